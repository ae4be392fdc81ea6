package document

import "strings"

// frontMatter splits the block between two lines of three dashes (or pluses,
// as Hugo's TOML has it) off the top of s. Without one, or with one that
// holds no key, the body is all of s.
//
// It reads what people write there: key: value, quoted or not, with lists
// inline or one item a line. Anything nested deeper is skipped; a full YAML
// reader costs every cold start more than it could find here.
func frontMatter(s string) (meta map[string]string, body string) {
	first, rest, _ := strings.Cut(s, "\n")
	fence := strings.TrimRight(first, " \t")
	if fence != "---" && fence != "+++" {
		return nil, s
	}
	meta = map[string]string{}
	key := ""
	for n := 0; n < 200 && rest != ""; n++ {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == fence || fence == "---" && trimmed == "...":
			if len(meta) == 0 {
				return nil, s
			}
			return meta, rest
		case trimmed == "" || strings.HasPrefix(trimmed, "#"):
		case strings.HasPrefix(trimmed, "- ") && key != "":
			meta[key] = join(meta[key], item(trimmed[2:]))
		case line != strings.TrimLeft(line, " \t"):
			if key != "" && !strings.Contains(trimmed, ": ") { // a folded value goes on
				meta[key] = strings.TrimSpace(meta[key] + " " + unquote(trimmed))
			}
		default:
			k, v, found := cutKey(trimmed, fence)
			if !found {
				return nil, s // prose between two rules
			}
			key = k
			meta[key] = scalar(v)
		}
	}
	return nil, s
}

func cutKey(line, fence string) (key, value string, found bool) {
	sep := ":"
	if fence == "+++" {
		sep = "="
	}
	key, value, found = strings.Cut(line, sep)
	key = strings.ToLower(strings.Trim(key, " \t\"'"))
	if !found || key == "" || strings.ContainsAny(key, " .,;") {
		return "", "", false
	}
	return key, strings.TrimSpace(value), true
}

// scalar reads one value: a list in brackets, a block mark, or a string.
func scalar(v string) string {
	if v == "|" || v == ">" || v == "|-" || v == ">-" {
		return ""
	}
	if strings.HasPrefix(v, "[") && strings.HasSuffix(v, "]") {
		out := ""
		for part := range strings.SplitSeq(v[1:len(v)-1], ",") {
			out = join(out, unquote(strings.TrimSpace(part)))
		}
		return out
	}
	return unquote(v)
}

// item reads an item of a list, which may be a mapping with a name in it.
func item(v string) string {
	v = strings.TrimSpace(v)
	if rest, found := strings.CutPrefix(v, "name:"); found {
		v = strings.TrimSpace(rest)
	}
	return unquote(v)
}

func join(list, v string) string {
	switch {
	case v == "":
		return list
	case list == "":
		return v
	}
	return list + "; " + v
}

// unquote takes quotation marks off, or the comment behind a plain value.
func unquote(v string) string {
	if len(v) >= 2 && (v[0] == '"' || v[0] == '\'') {
		if end := strings.LastIndexByte(v, v[0]); end > 0 {
			q := v[:1]
			v = v[1:end]
			if q == "'" {
				return strings.ReplaceAll(v, "''", "'")
			}
			return strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, " ", `\t`, " ").Replace(v)
		}
	}
	if i := strings.Index(v, " #"); i >= 0 {
		v = v[:i]
	}
	return strings.TrimSpace(v)
}
