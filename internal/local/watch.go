package local

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"mime"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"onrecord/internal/document"
)

// settle is how long a dropped file must stay unchanged before it is read: a
// copy is written in many small steps.
const settle = 150 * time.Millisecond

// watcher uploads what is dropped into a folder. A file's path below the
// folder is its key below articles/, so a subfolder is a section.
type watcher struct {
	dir    string
	upload func(ctx context.Context, key string, body []byte, contentType string) error
	log    *slog.Logger
	fs     *fsnotify.Watcher
	due    map[string]time.Time // by path, when to read it
}

// watch uploads files as they are dropped into dir, which is made where it is
// missing, until ctx ends.
func watch(ctx context.Context, dir string, upload func(context.Context, string, []byte, string) error, log *slog.Logger) error {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch %s: %w", dir, err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return errors.Join(err, notify.Close())
	}
	w := &watcher{dir: dir, upload: upload, log: log, fs: notify, due: map[string]time.Time{}}
	if err := w.add(dir); err != nil {
		return errors.Join(err, notify.Close())
	}
	go w.run(ctx)
	return nil
}

// add watches a folder and those below it, and takes the files that lie in
// them already as just dropped.
func (w *watcher) add(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return w.fs.Add(path)
		case entry.Type().IsRegular():
			w.due[path] = time.Now().Add(settle)
		}
		return nil
	})
}

func (w *watcher) run(ctx context.Context) {
	defer w.fs.Close()
	tick := time.NewTicker(settle / 3)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-w.fs.Events:
			w.note(e)
		case err := <-w.fs.Errors:
			w.log.Error("watch", "folder", w.dir, "error", err)
		case now := <-tick.C:
			w.take(ctx, now)
		}
	}
}

func (w *watcher) note(e fsnotify.Event) {
	if !e.Has(fsnotify.Create) && !e.Has(fsnotify.Write) {
		return
	}
	info, err := os.Stat(e.Name)
	switch {
	case err != nil: // gone again
	case info.IsDir():
		if err := w.add(e.Name); err != nil {
			w.log.Error("watch", "folder", e.Name, "error", err)
		}
	case info.Mode().IsRegular():
		w.due[e.Name] = time.Now().Add(settle)
	}
}

// take uploads the files that have settled.
func (w *watcher) take(ctx context.Context, now time.Time) {
	for path, at := range w.due {
		if now.Before(at) {
			continue
		}
		delete(w.due, path)
		if hidden(path) {
			continue
		}
		if err := uploadFile(ctx, w.dir, path, w.upload); err != nil {
			w.log.Error("upload", "file", path, "error", err)
		}
	}
}

// hidden reports whether a file is a program's own: an editor's swap file, a
// half-finished download.
func hidden(path string) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasSuffix(name, ".part") || strings.HasSuffix(name, ".crdownload")
}

// uploadFile uploads the file at path, which lies below dir.
func uploadFile(ctx context.Context, dir, path string, upload func(context.Context, string, []byte, string) error) error {
	below, err := filepath.Rel(dir, path)
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.Size() > document.MaxBytes {
		return fmt.Errorf("%s: %d bytes: %w", path, info.Size(), document.ErrTooLarge)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return upload(ctx, uploads+filepath.ToSlash(below), body, mime.TypeByExtension(filepath.Ext(path)))
}
