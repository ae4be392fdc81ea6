package config_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// checkParameters wants each parameter to explain itself and to refuse, before
// anything is deployed, what could not work.
func checkParameters(tpl object) []string {
	var c complaints
	params, _ := tpl["Parameters"].(object)
	shown := make(map[string]int)
	for _, group := range list(tpl, "Metadata", "AWS::CloudFormation::Interface", "ParameterGroups") {
		for _, name := range list(group, "Parameters") {
			shown[text(name)]++
		}
	}
	for _, name := range slices.Sorted(maps.Keys(params)) {
		p := params[name]
		if str(p, "Description") == "" || at(tpl, "Metadata", "AWS::CloudFormation::Interface", "ParameterLabels", name) == nil {
			c.addf("parameters: %s has no description or no label", name)
		}
		if shown[name] != 1 {
			c.addf("parameters: %s is in %d groups", name, shown[name])
		}
		if at(p, "AllowedValues") != nil || at(p, "MaxValue") != nil {
			continue
		}
		pattern, err := regexp.Compile(str(p, "AllowedPattern"))
		if err != nil || str(p, "AllowedPattern") == "" || str(p, "ConstraintDescription") == "" {
			c.addf("parameters: %s has no pattern, or none that explains itself: %v", name, err)
			continue
		}
		if at(p, "Default") != nil && !pattern.MatchString(str(p, "Default")) {
			c.addf("parameters: %s refuses its default %q", name, str(p, "Default"))
		}
		c.arn(tpl, name, pattern)
	}
	return c
}

// arn complains where a parameter that is part of an ARN takes a wildcard.
func (c *complaints) arn(tpl object, name string, pattern *regexp.Regexp) {
	part := slices.ContainsFunc(allowed(tpl), func(s statement) bool {
		return slices.ContainsFunc(s.resources, func(r string) bool { return strings.Contains(r, "${"+name+"}") })
	})
	if !part {
		return
	}
	for _, wild := range []string{"*", "?", "ab*", "on-*-record", "*@example.com", "digest?@example.com", "digest@*.com"} {
		if pattern.MatchString(wild) {
			c.addf("parameters: %s is part of an ARN and takes %q", name, wild)
		}
	}
}
