package embedded

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/xml"
	"hash"
	"hash/crc32"
	"hash/crc64"
	"net/http"
	"strings"

	"github.com/johannesboyne/gofakes3"
)

// checksumPrefix begins the headers that carry a checksum of the content.
const checksumPrefix = "X-Amz-Checksum-"

// nvme is the polynomial of CRC-64/NVME, reversed.
const nvme = 0x9a6c9329ac4bc9b5

// checksum returns the hash that a checksum header is of, nil for a header
// that says something else of checksums.
func checksum(header string) hash.Hash {
	switch strings.ToLower(strings.TrimPrefix(header, checksumPrefix)) {
	case "crc32":
		return crc32.NewIEEE()
	case "crc32c":
		return crc32.New(crc32.MakeTable(crc32.Castagnoli))
	case "crc64nvme":
		return crc64.New(crc64.MakeTable(nvme))
	case "sha1":
		return sha1.New()
	case "sha256":
		return sha256.New()
	default:
		return nil
	}
}

// verify holds a body against every checksum that came with it.
func verify(body []byte, h http.Header) error {
	if want := h.Get("X-Amz-Content-Sha256"); len(want) == hex.EncodedLen(sha256.Size) {
		if sum := sha256.Sum256(body); hex.EncodeToString(sum[:]) != strings.ToLower(want) {
			return gofakes3.ErrorMessage("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")
		}
	}
	for name, values := range h {
		if !strings.HasPrefix(name, checksumPrefix) {
			continue
		}
		sum := checksum(name)
		if sum == nil {
			continue
		}
		sum.Write(body)
		if base64.StdEncoding.EncodeToString(sum.Sum(nil)) != values[0] {
			return gofakes3.ErrorMessagef(gofakes3.ErrBadDigest, "The %s you specified did not match the calculated checksum.", name)
		}
	}
	return nil
}

// refuse answers as gofakes3 does.
func refuse(w http.ResponseWriter, err error) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(http.StatusBadRequest)
	_ = xml.NewEncoder(w).Encode(err) // the client may have gone
}

// withoutChecksums drops the checksum of the whole object from an answer that
// is not of the whole object, or that did not ask for it, as S3 does.
type withoutChecksums struct{ http.ResponseWriter }

func (w *withoutChecksums) WriteHeader(status int) {
	w.drop()
	w.ResponseWriter.WriteHeader(status)
}

func (w *withoutChecksums) Write(p []byte) (int, error) {
	w.drop()
	return w.ResponseWriter.Write(p)
}

func (w *withoutChecksums) drop() {
	for name := range w.Header() {
		if strings.HasPrefix(name, checksumPrefix) {
			w.Header().Del(name)
		}
	}
}
