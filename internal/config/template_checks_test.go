package config_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/internal/config"
)

// check is one rule about the template: what is wrong with it, or nothing.
type check struct {
	name string
	run  func(tpl object) []string
}

// checks are the rules that cfn-lint does not know.
func checks() []check {
	return []check{
		{"functions", checkFunctions},
		{"environment", checkEnvironment},
		{"schedule", checkSchedule},
		{"trigger", checkTrigger},
		{"permissions", checkPermissions},
		{"buckets", checkBuckets},
		{"logs", checkLogs},
		{"failures", checkFailures},
		{"sender", checkSender},
		{"feedback", checkFeedback},
		{"parameters", checkParameters},
		{"alarms", checkAlarms},
		{"dashboard", checkDashboard},
		{"levels", checkLevels},
		{"web", checkWeb},
	}
}

// complaints collects what a check finds.
type complaints []string

func (c *complaints) addf(format string, args ...any) { *c = append(*c, fmt.Sprintf(format, args...)) }

// want complains where got, written as text, is not want.
func (c *complaints) want(want string, got any, what string, args ...any) {
	if text(got) != want {
		c.addf("%s is %s, want %s", fmt.Sprintf(what, args...), text(got), want)
	}
}

func checkFunctions(tpl object) []string {
	var c complaints
	var code []string
	for _, f := range functions(tpl) {
		c.want("provided.al2023", f.props("Runtime"), "%s: Runtime", f.id)
		c.want("bootstrap", f.props("Handler"), "%s: Handler", f.id) // the runtime starts this file
		c.want("go1.x", at(f.body, "Metadata", "BuildMethod"), "%s: BuildMethod", f.id)
		c.want("Active", f.props("Tracing"), "%s: Tracing", f.id)
		code = append(code, str(f.body, "Properties", "CodeUri"))
	}
	if slices.Sort(code); !slices.Equal(code, []string{"functions/deliver/", "functions/ingest/"}) {
		c.addf("CodeUri of the functions is %q", code)
	}
	return c
}

// checkEnvironment holds the variables against those that config reads, and
// the parameters' defaults against what config accepts.
func checkEnvironment(tpl object) []string {
	var c complaints
	for _, f := range functions(tpl) {
		want, read := config.IngestVariables(), func(get func(string) string) error { _, err := config.IngestFrom(get); return err }
		if f.id == "DeliverFunction" {
			want, read = config.DeliverVariables(), func(get func(string) string) error { _, err := config.DeliverFrom(get); return err }
		}
		vars, _ := f.props("Environment", "Variables").(object)
		slices.Sort(want)
		if got := slices.Sorted(maps.Keys(vars)); !slices.Equal(want, got) {
			c.addf("%s: sets the variables %v, config reads %v", f.id, got, want)
		}
		if err := read(func(name string) string { return deployed(tpl, vars[name]) }); err != nil {
			c.addf("%s: config refuses the defaults: %v", f.id, err)
		}
	}
	return c
}

// deployed returns the value that v has in a stack with default parameters.
func deployed(tpl object, v any) string {
	if branches := list(v, "Fn::If"); len(branches) == 3 {
		if holds(tpl, at(tpl, "Conditions", text(branches[0]))) {
			return deployed(tpl, branches[1])
		}
		return deployed(tpl, branches[2])
	}
	s := text(v)
	params, _ := tpl["Parameters"].(object)
	for name, p := range params {
		value := str(p, "Default")
		if name == "SenderAddress" {
			value = "digest@example.com"
		}
		s = strings.ReplaceAll(s, "${"+name+"}", value)
	}
	return s
}

// holds reports whether a condition is true in a stack with default
// parameters.
func holds(tpl object, condition any) bool {
	all := func(name string) []any { return list(condition, name) }
	each := func(v any) bool { return holds(tpl, v) }
	switch {
	case str(condition, "Fn::Condition") != "":
		return holds(tpl, at(tpl, "Conditions", str(condition, "Fn::Condition")))
	case len(all("Fn::Equals")) == 2:
		return deployed(tpl, all("Fn::Equals")[0]) == deployed(tpl, all("Fn::Equals")[1])
	case all("Fn::Not") != nil:
		return !each(all("Fn::Not")[0])
	case all("Fn::And") != nil:
		return !slices.ContainsFunc(all("Fn::And"), func(v any) bool { return !each(v) })
	}
	panic(fmt.Sprintf("the condition %v is of a kind that the checks don't know", condition))
}

func checkSchedule(tpl object) []string {
	var c complaints
	beats := 0
	for _, f := range functions(tpl) {
		events, _ := f.props("Events").(object)
		for _, e := range events {
			if str(e, "Type") != "ScheduleV2" {
				continue
			}
			beats++
			p := at(e, "Properties")
			c.cron(str(p, "ScheduleExpression"))
			c.timezone(tpl, str(p, "ScheduleExpressionTimezone", "Ref"))
			c.window(p)
			c.input(str(p, "Input"))
			c.want("900", at(p, "RetryPolicy", "MaximumEventAgeInSeconds"), "schedule: oldest beat in seconds")
			if target(at(p, "DeadLetterConfig", "Arn")) == "" {
				c.addf("schedule: no queue for beats that fail")
			}
		}
	}
	if beats != 1 {
		c.addf("schedule: %d beats, want 1", beats)
	}
	return c
}

// cron wants minutes hours day-of-month month day-of-week year, with ? for
// one of the two days: Scheduler refuses anything else only at deploy.
func (c *complaints) cron(expr string) {
	inner, ok := strings.CutPrefix(expr, "cron(")
	inner, ok2 := strings.CutSuffix(inner, ")")
	fields := strings.Fields(inner)
	if !ok || !ok2 || len(fields) != 6 {
		c.addf("schedule: %s has not six fields", expr)
		return
	}
	if (fields[2] == "?") == (fields[4] == "?") {
		c.addf("schedule: %s needs a ? for one of the two days", expr)
	}
	if fields[0] != "0/15" {
		c.addf("schedule: %s does not beat every 15 minutes", expr)
	}
}

func (c *complaints) timezone(tpl object, param string) {
	p := at(tpl, "Parameters", param)
	zone := str(p, "Default")
	if _, err := time.LoadLocation(zone); err != nil || zone == "" || zone == "Local" {
		c.addf("schedule: timezone %q: %v", zone, err)
	}
	pattern, err := regexp.Compile(str(p, "AllowedPattern"))
	if err != nil {
		c.addf("schedule: timezone pattern: %v", err)
		return
	}
	for _, real := range []string{"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+3", "America/Port-au-Prince"} {
		if !pattern.MatchString(real) {
			c.addf("schedule: timezone pattern refuses %s", real)
		}
	}
	for _, wrong := range []string{"", "Local", "CET ", "europe/berlin", "+02:00", "GMT+2", "Europe/Berlin/x/y"} {
		if pattern.MatchString(wrong) {
			c.addf("schedule: timezone pattern takes %q", wrong)
		}
	}
}

func (c *complaints) window(p any) {
	mode, minutes := str(p, "FlexibleTimeWindow", "Mode"), at(p, "FlexibleTimeWindow", "MaximumWindowInMinutes")
	switch {
	case mode == "OFF" && minutes == nil:
	case mode == "FLEXIBLE" && minutes != nil:
		c.addf("schedule: a flexible window makes the mail late")
	default:
		c.addf("schedule: window mode %q with %v minutes", mode, minutes)
	}
}

func (c *complaints) input(s string) {
	var beat struct {
		ScheduledTime string `json:"scheduled_time"`
		DryRun        *bool  `json:"dry_run"`
	}
	d := json.NewDecoder(strings.NewReader(s))
	d.DisallowUnknownFields()
	if err := d.Decode(&beat); err != nil {
		c.addf("schedule: input: %v", err)
	}
	if beat.ScheduledTime != "<aws.scheduler.scheduled-time>" || beat.DryRun == nil || *beat.DryRun {
		c.addf("schedule: input is %s", s)
	}
}

// checkTrigger makes sure that nothing On Record writes can start ingest.
func checkTrigger(tpl object) []string {
	var c complaints
	for _, f := range functions(tpl) {
		events, _ := f.props("Events").(object)
		for _, e := range events {
			if str(e, "Type") != "S3" {
				continue
			}
			p := at(e, "Properties")
			c.want("${ArticlesBucket}", at(p, "Bucket"), "trigger: bucket of %s", f.id)
			c.want("[map[Name:prefix Value:articles/]]", list(p, "Filter", "S3Key", "Rules"), "trigger: filter of %s", f.id)
			c.want("[s3:ObjectCreated:* s3:ObjectRemoved:*]", list(p, "Events"), "trigger: events of %s", f.id)
		}
	}
	names := make(map[string]string)
	for _, b := range resources(tpl, "AWS::S3::Bucket") {
		name := text(b.props("BucketName"))
		if other, taken := names[name]; taken {
			c.addf("trigger: %s and %s are both %s", b.id, other, name)
		}
		names[name] = b.id
		if b.props("NotificationConfiguration") != nil {
			c.addf("trigger: %s notifies by itself", b.id)
		}
	}
	for _, s := range allowed(tpl) {
		for _, r := range s.resources {
			if slices.Contains(s.actions, "s3:PutObject") && strings.Contains(r, "-articles-") {
				c.addf("trigger: %s may write %s", s.sid, r)
			}
		}
	}
	return c
}

// number reads a scalar as a whole number, 0 where it is none.
func number(v any) int {
	s, _ := v.(string)
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
