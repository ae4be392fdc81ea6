package document

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
)

// binaryKind names the MIME type of bytes that are no text at all, and is
// empty for anything that may be text. Only content counts: a PDF named
// story.html is a PDF.
func binaryKind(raw []byte) string {
	if kind := signature(raw); kind != "" {
		return kind
	}
	if bom(raw) != "" {
		return "" // UTF-16 is full of NUL bytes
	}
	if bytes.IndexByte(raw, 0) >= 0 || mostlyControl(raw) {
		return "application/octet-stream"
	}
	return ""
}

// signature knows the first bytes of what people upload by mistake.
func signature(raw []byte) string {
	head := string(raw[:min(len(raw), 16)])
	for _, s := range [...]struct{ magic, kind string }{
		{"%PDF-", "application/pdf"},
		{"PK\x03\x04", "application/zip"},
		{"PK\x05\x06", "application/zip"}, // an empty archive
		{"\x1f\x8b", "application/gzip"},
		{"BZh", "application/x-bzip2"},
		{"\xfd7zXZ\x00", "application/x-xz"},
		{"\x28\xb5\x2f\xfd", "application/zstd"},
		{"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"},
		{"Rar!\x1a\x07", "application/vnd.rar"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"}, // every OLE file; a .doc nearly always
		{"{\\rtf", "application/rtf"},
		{"bplist00", "application/x-webarchive"},
		{"\x89PNG\r\n\x1a\n", "image/png"},
		{"\xff\xd8\xff", "image/jpeg"},
		{"GIF87a", "image/gif"},
		{"GIF89a", "image/gif"},
		{"II*\x00", "image/tiff"},
		{"MM\x00*", "image/tiff"},
		{"ID3", "audio/mpeg"},
		{"OggS", "application/ogg"},
		{"\x1aE\xdf\xa3", "video/webm"},
		{"\x7fELF", "application/x-elf"},
		{"SQLite format 3\x00", "application/vnd.sqlite3"},
		{"wOFF", "font/woff"},
		{"wOF2", "font/woff2"},
	} {
		if strings.HasPrefix(head, s.magic) {
			return container(s.kind, raw)
		}
	}
	switch {
	case len(head) >= 12 && head[4:8] == "ftyp":
		return isoMedia(head[8:12])
	case len(head) >= 12 && head[:4] == "RIFF":
		return riff(head[8:12])
	}
	return ""
}

// container tells the office formats among ZIP archives, by the names of the
// entries, which stand uncompressed in the file.
func container(kind string, raw []byte) string {
	if kind != "application/zip" {
		return kind
	}
	head := raw[:min(len(raw), 8<<10)]
	for _, s := range [...]struct{ entry, kind string }{
		{"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"},
		{"mimetypeapplication/epub+zip", "application/epub+zip"},
		{"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
	} {
		if bytes.Contains(head, []byte(s.entry)) {
			return s.kind
		}
	}
	return kind
}

func isoMedia(brand string) string {
	switch brand {
	case "avif", "avis":
		return "image/avif"
	case "heic", "heix", "mif1":
		return "image/heic"
	}
	return "video/mp4"
}

func riff(form string) string {
	switch form {
	case "WEBP":
		return "image/webp"
	case "WAVE":
		return "audio/wav"
	}
	return "video/x-msvideo"
}

// mostlyControl reports bytes of which more than one in fifty, of the first
// [sniffBytes], is a control character that no text file needs: a format without
// a signature above.
func mostlyControl(raw []byte) bool {
	raw = raw[:min(len(raw), sniffBytes)]
	n := 0
	for i := printable(raw); i < len(raw); i += 1 + printable(raw[i+1:]) {
		if c := raw[i]; c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			n++
		}
	}
	return n > 2 && n > len(raw)/50
}

// printable returns how many printable ASCII characters s begins with, eight
// of them at a step where it can.
func printable(s []byte) int {
	const each = 0x0101010101010101
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := binary.LittleEndian.Uint64(s[i:])
		below, above := (w-' '*each)&^w, w|(w+each) // the high bits of bytes under ' ', and from 0x7f on
		if (below|above)&(0x80*each) != 0 {
			break
		}
	}
	for i < len(s) && ' ' <= s[i] && s[i] < 0x7f {
		i++
	}
	return i
}

// parseBinary reads the formats that are told by their first bytes.
func parseBinary(raw []byte, kind string) (*Document, error) {
	switch kind {
	case "application/pdf":
		return parsePDF(raw)
	case "application/rtf":
		return parseRTF(raw)
	case "application/msword":
		if locked(raw) {
			return nil, fmt.Errorf("%w: %s", ErrEncrypted, DOCX)
		}
	}
	if bytes.HasPrefix(raw, []byte("PK")) {
		return parseZip(raw, kind)
	}
	return nil, &UnsupportedError{kind}
}
