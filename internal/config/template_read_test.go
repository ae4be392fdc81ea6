package config_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// object is a mapping of the template. Intrinsic functions are in their long
// form: !Ref X is {"Ref": "X"}, !GetAtt X.Arn is {"Fn::GetAtt": "X.Arn"}.
type object = map[string]any

// parseTemplate reads a SAM template.
func parseTemplate(t *testing.T, source string) object {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(source), &doc); err != nil {
		t.Fatalf("template: %v", err)
	}
	root, ok := plain(doc.Content[0]).(object)
	if !ok {
		t.Fatal("template: not a mapping")
	}
	return root
}

// plain turns a YAML node into maps, slices and scalars.
func plain(n *yaml.Node) any {
	if n.Tag != "" && !strings.HasPrefix(n.Tag, "!!") {
		name := "Fn::" + strings.TrimPrefix(n.Tag, "!")
		if n.Tag == "!Ref" {
			name = "Ref"
		}
		bare := *n
		bare.Tag = ""
		return object{name: plain(&bare)}
	}
	switch n.Kind {
	case yaml.MappingNode:
		m := make(object)
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		s := make([]any, 0, len(n.Content))
		for _, c := range n.Content {
			s = append(s, plain(c))
		}
		return s
	default:
		return n.Value // numbers and booleans as they are written
	}
}

// at walks down mappings; nil where the path ends early.
func at(v any, path ...string) any {
	for _, name := range path {
		m, ok := v.(object)
		if !ok {
			return nil
		}
		v = m[name]
	}
	return v
}

// str is at for a scalar; "" where there is none.
func str(v any, path ...string) string {
	s, _ := at(v, path...).(string)
	return s
}

// list is at for a sequence; a single value is a sequence of one.
func list(v any, path ...string) []any {
	switch v := at(v, path...).(type) {
	case nil:
		return nil
	case []any:
		return v
	default:
		return []any{v}
	}
}

// named is a resource with its logical id.
type named struct {
	id   string
	body any
}

func (r named) props(path ...string) any {
	return at(r.body, append([]string{"Properties"}, path...)...)
}

// resources returns the resources of a type, by logical id.
func resources(tpl object, kind string) []named {
	all, _ := tpl["Resources"].(object)
	var found []named
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if str(all[id], "Type") == kind {
			found = append(found, named{id, all[id]})
		}
	}
	return found
}

// lambda is one function with what it inherits from Globals.
type lambda struct{ named }

// functions returns the functions with Globals merged in.
func functions(tpl object) []lambda {
	var found []lambda
	for _, f := range resources(tpl, "AWS::Serverless::Function") {
		body := maps.Clone(f.body.(object))
		body["Properties"] = merge(at(tpl, "Globals", "Function"), at(f.body, "Properties"))
		found = append(found, lambda{named{f.id, body}})
	}
	return found
}

// merge lays over over under, mapping by mapping, as SAM does with Globals.
func merge(under, over any) any {
	u, ok1 := under.(object)
	o, ok2 := over.(object)
	if !ok1 || !ok2 {
		return over
	}
	m := maps.Clone(u)
	for name, v := range o {
		if was, ok := m[name]; ok {
			v = merge(was, v)
		}
		m[name] = v
	}
	return m
}

// target names the resource that v refers to by Ref or by its ARN, or "".
func target(v any) string {
	if id := str(v, "Ref"); id != "" {
		return id
	}
	id, _ := strings.CutSuffix(str(v, "Fn::GetAtt"), ".Arn")
	return id
}

// text writes an intrinsic function as its Sub string, for messages and for
// rules about ARNs: ${X} for a Ref, ${X.Arn} for an attribute.
func text(v any) string {
	switch {
	case str(v, "Ref") != "":
		return "${" + str(v, "Ref") + "}"
	case str(v, "Fn::GetAtt") != "":
		return "${" + str(v, "Fn::GetAtt") + "}"
	case at(v, "Fn::Sub") != nil:
		if parts := list(v, "Fn::Sub"); len(parts) > 0 {
			return fmt.Sprint(parts[0])
		}
	}
	return fmt.Sprint(v)
}
