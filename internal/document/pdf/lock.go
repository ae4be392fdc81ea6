package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// lock decrypts the streams of a file that opens without a password. Papers
// lock their pages against changes that way, and readers show them all the
// same. Strings outside of streams are left alone: nothing of them is used.
type lock struct {
	key     []byte
	aes     bool
	perFile bool // one key for all objects, since AES-256
}

// padding stands for a missing password.
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// unlock opens an encrypted file with the empty password, or gives up.
func (d *file) unlock() error {
	d.unpacked = maxUnpacked
	e := d.dict(d.trailer["Encrypt"])
	if e == nil {
		return nil
	}
	if d.name(e["Filter"]) != "Standard" {
		return ErrEncrypted
	}
	l := &lock{}
	version, revision := int(d.number(e["V"])), int(d.number(e["R"]))
	if version >= 4 {
		filter := d.dict(d.dict(e["CF"])[d.name(e["StmF"])])
		switch d.name(filter["CFM"]) {
		case "V2":
		case "AESV2", "AESV3":
			l.aes = true
		default:
			return ErrEncrypted
		}
	}
	if l.perFile = version == 5; l.perFile {
		l.key = d.key256(e, revision)
	} else {
		l.key = d.key128(e, version, revision)
	}
	if l.key == nil {
		return ErrEncrypted
	}
	d.lock = l
	delete(d.trailer, "Info")
	return nil
}

func (d *file) bytes(v value) []byte {
	s, _ := d.get(v).(str)
	return []byte(s)
}

// key128 derives the key of revisions 2 to 4 and checks it; nil where a
// password is wanted. Algorithms 2, 4 and 5 of ISO 32000-1, 7.6.3.
func (d *file) key128(e dict, version, revision int) []byte {
	n := 5
	if length := int(d.number(e["Length"])); version > 1 && length >= 40 && length <= 128 {
		n = length / 8
	}
	if version == 4 {
		n = 16
	}
	var id []byte
	if ids := d.array(d.trailer["ID"]); len(ids) > 0 {
		id = d.bytes(ids[0])
	}
	owner, user := d.bytes(e["O"]), d.bytes(e["U"])
	if len(owner) < 32 || len(user) < 16 {
		return nil
	}
	h := md5.New()
	h.Write([]byte(padding))
	h.Write(owner[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(int64(d.signed(e["P"])))))
	h.Write(id)
	if d.get(e["EncryptMetadata"]) == false && revision >= 4 {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if revision < 3 {
		key = key[:n]
		if !bytes.Equal(rc4With(key, []byte(padding)), user[:min(32, len(user))]) {
			return nil
		}
		return key
	}
	for range 50 {
		sum := md5.Sum(key[:n])
		key = sum[:]
	}
	key = key[:n]
	sum := md5.Sum(append([]byte(padding), id...))
	check := sum[:]
	for i := range 20 {
		x := make([]byte, n)
		for k := range x {
			x[k] = key[k] ^ byte(i)
		}
		check = rc4With(x, check)
	}
	if !bytes.Equal(check, user[:16]) {
		return nil
	}
	return key
}

// signed reads the permissions, which are negative as a rule.
func (d *file) signed(v value) float64 {
	n := d.number(v)
	if n >= 1<<31 {
		n -= 1 << 32
	}
	return n
}

// key256 unwraps the key of revisions 5 and 6; nil where a password is wanted.
func (d *file) key256(e dict, revision int) []byte {
	user, wrapped := d.bytes(e["U"]), d.bytes(e["UE"])
	if len(user) < 48 || len(wrapped) < 32 {
		return nil
	}
	hash := func(salt []byte) []byte {
		sum := sha256.Sum256(salt)
		return sum[:]
	}
	if revision > 5 {
		hash = hash2B
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, wrapped[:32])
	return key
}

// hash2B is algorithm 2.B of ISO 32000-2, for the empty password.
func hash2B(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for i := 0; i < 1000; i++ { // it ends after 64 rounds and a few
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(k, 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, c := range e[:16] {
			mod += int(c)
		}
		switch mod % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			break
		}
	}
	return k[:32]
}

// open returns the bytes of a stream as they were before encryption.
func (d *file) open(s *stream) []byte {
	l := d.lock
	if l == nil || s.dict["Type"] == name("XRef") {
		return s.raw
	}
	key := l.key
	if !l.perFile {
		salted := append(append([]byte(nil), l.key...), byte(s.num), byte(s.num>>8), byte(s.num>>16), byte(s.gen), byte(s.gen>>8))
		if l.aes {
			salted = append(salted, "sAlT"...)
		}
		sum := md5.Sum(salted)
		key = sum[:min(16, len(l.key)+5)]
	}
	if !l.aes {
		return rc4With(key, s.raw)
	}
	block, err := aes.NewCipher(key)
	n := len(s.raw) / 16 * 16
	if err != nil || n < 32 {
		return nil
	}
	out := make([]byte, n-16)
	cipher.NewCBCDecrypter(block, s.raw[:16]).CryptBlocks(out, s.raw[16:n])
	if pad := int(out[len(out)-1]); pad <= 16 && pad <= len(out) {
		out = out[:len(out)-pad]
	}
	return out
}

func rc4With(key, b []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(b))
	c.XORKeyStream(out, b)
	return out
}
