package pdf

// page is a leaf of the page tree with what it inherits.
type page struct {
	dict      dict
	resources dict
	box       [4]float64
	rotate    int
}

// pages returns the pages in order. A page tree is one only as long as no
// node comes twice.
func (d *file) pages() []page {
	root := d.dict(d.trailer["Root"])
	if d.dict(root["Pages"]) == nil {
		last := -1
		for num, v := range d.objects { // no trailer: look for the catalog
			if c, ok := v.(dict); ok && num > last && c["Type"] == name("Catalog") && d.dict(c["Pages"]) != nil {
				root, last = c, num
			}
		}
	}
	w := &pageWalk{file: d, seen: map[ref]bool{}}
	w.walk(root["Pages"], page{box: [4]float64{0, 0, 612, 792}}, 0)
	return w.pages
}

type pageWalk struct {
	file  *file
	seen  map[ref]bool
	pages []page
}

func (w *pageWalk) walk(v value, p page, depth int) {
	if r, ok := v.(ref); ok {
		if w.seen[r] {
			return
		}
		w.seen[r] = true
	}
	node := w.file.dict(v)
	if node == nil || depth > maxNesting || len(w.pages) >= maxPages {
		return
	}
	if r := w.file.dict(node["Resources"]); r != nil {
		p.resources = r
	}
	for _, key := range [...]name{"MediaBox", "CropBox"} {
		if b := w.file.array(node[key]); len(b) == 4 {
			for i := range b {
				p.box[i] = w.file.number(b[i])
			}
		}
	}
	if r := int(w.file.number(node["Rotate"])); r != 0 {
		p.rotate = (r%360 + 360) % 360
	}
	if kids, ok := w.file.get(node["Kids"]).(array); ok {
		for _, k := range kids {
			w.walk(k, p, depth+1)
		}
		return
	}
	p.dict = node
	w.pages = append(w.pages, p)
}

// content joins the content streams of a page.
func (d *file) content(p page) []byte {
	var out []byte
	for _, v := range d.list(p.dict, "Contents") {
		if s, ok := d.get(v).(*stream); ok && len(out) < maxUnpacked {
			out = append(append(out, d.data(s)...), '\n')
		}
	}
	return out
}
