package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// idBytes is how much of the SHA-256 an id keeps: 128 bits, so that two of a
// billion billion uploads share one with a chance under one in a million.
const idBytes = 16

// ID names the digest of one version of one object: hex SHA-256 over bucket,
// key and ETag, shortened to 32 digits. The same object always gets the same
// id, so a repeated event overwrites its own digest and nothing else.
func ID(bucket, key, etag string) string {
	sum := sha256.Sum256([]byte(bucket + "\n" + key + "\n" + etag))
	return hex.EncodeToString(sum[:idBytes])
}

// uploads is the folder that articles are uploaded to.
const uploads = "articles/"

// Topic returns the section an article was uploaded to, the folder below
// articles/ that is not of a date: "world" for articles/world/2026/summit.html
// and for articles/2026/11/world/summit.html. It is empty for an object that
// lies in no such folder. On the command line articles/ may lie anywhere in
// the path.
func Topic(key string) string {
	rest, found := strings.CutPrefix(key, uploads)
	if !found {
		_, rest, found = strings.Cut(key, "/"+uploads)
	}
	for found {
		var folder string
		if folder, rest, found = strings.Cut(rest, "/"); found && strings.Trim(folder, "0123456789-") != "" {
			return folder
		}
	}
	return ""
}
