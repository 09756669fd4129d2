package fetch

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// hostile answers by path.
func hostile(w http.ResponseWriter, r *http.Request) {
	flush := func() { w.(http.Flusher).Flush() }
	switch r.URL.Path {
	case "/encoded": // gzip by its header, and any bytes
		w.Header().Set("Content-Encoding", "gzip")
		w.Write([]byte("\x1f\x8b as it is"))
	case "/silent":
		w.Write([]byte("x"))
		flush()
		<-r.Context().Done()
	case "/mute":
		<-r.Context().Done()
	case "/drip":
		for r.Context().Err() == nil {
			w.Write([]byte("x"))
			flush()
			time.Sleep(10 * time.Millisecond)
		}
	case "/announced":
		w.Header().Set("Content-Length", "1001")
		w.Write(make([]byte, 1001))
	case "/endless":
		for r.Context().Err() == nil {
			w.Write(make([]byte, 512))
			flush()
		}
	case "/round":
		http.Redirect(w, r, "/round", http.StatusFound)
	case "/away":
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	case "/socket":
		http.Redirect(w, r, "unix://user:secret@/run/x.sock", http.StatusFound)
	case "/moved":
		http.Redirect(w, r, "/encoded", http.StatusFound)
	default:
		http.NotFound(w, r)
	}
}

func TestDownload(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(hostile))
	defer server.Close()
	bounds := limits{silence: 400 * time.Millisecond, whole: time.Second, size: 1000, hops: 3}
	for path, want := range map[string]string{
		"/encoded":   "",
		"/moved":     "",
		"/silent":    "no data for 400ms",
		"/mute":      "no data for 400ms",
		"/drip":      "not complete after 1s",
		"/announced": "1001 bytes are announced, more than 1000",
		"/endless":   "more than 1000 bytes",
		"/round":     "redirected more than 3 times",
		"/away":      "redirected to file:///etc/passwd, which is neither http nor https",
		"/socket":    "redirected to unix://user:xxxxx@/run/x.sock, which is neither http nor https",
		"/missing":   "404 Not Found",
	} {
		t.Run(path, func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "file")
			began := time.Now()
			err := bounds.download(context.Background(), server.URL+path, to)
			if time.Since(began) > 5*time.Second {
				t.Errorf("took %v", time.Since(began))
			}
			if want != "" {
				if err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("got %v, want %s", err, want)
				}
				return
			}
			if got, readErr := os.ReadFile(to); err != nil || readErr != nil || string(got) != "\x1f\x8b as it is" {
				t.Errorf("%q, %v, %v", got, err, readErr)
			}
		})
	}
}

func TestDownloadEndsWithItsContext(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(hostile))
	defer server.Close()
	ctx, stop := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer stop()
	if err := upstream.download(ctx, server.URL+"/mute", filepath.Join(t.TempDir(), "file")); err != context.DeadlineExceeded {
		t.Errorf("got %v", err)
	}
}
