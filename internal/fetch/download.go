package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"time"
)

// limits bound one download from a server that is not trusted.
type limits struct {
	silence time.Duration // without a byte, the connection included
	whole   time.Duration
	size    int64 // bytes
	hops    int   // redirects
}

// upstream are the limits for the servers that recipes name.
var upstream = limits{silence: time.Minute, whole: 2 * time.Hour, size: 4 << 30, hops: 10}

// download writes what a URL serves to a file, as it is served: a server may call
// a .tar.gz gzip-encoded, and decoding it would give other bytes than its hash is of.
func (l limits) download(ctx context.Context, location, to string) error {
	ctx, end := context.WithTimeoutCause(ctx, l.whole, fmt.Errorf("not complete after %v", l.whole))
	defer end()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	silence := time.AfterFunc(l.silence, func() { stop(fmt.Errorf("no data for %v", l.silence)) })
	defer silence.Stop()
	err := l.receive(ctx, location, to, func() { silence.Reset(l.silence) })
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

func (l limits) receive(ctx context.Context, location, to string, alive func()) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, location, nil)
	if err != nil {
		return err
	}
	transport := &http.Transport{Proxy: http.ProxyFromEnvironment, DisableCompression: true}
	defer transport.CloseIdleConnections()
	response, err := (&http.Client{Transport: transport, CheckRedirect: l.redirect}).Do(request)
	if err != nil {
		return errors.Unwrap(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return errors.New(response.Status)
	}
	if response.ContentLength > l.size {
		return fmt.Errorf("%d bytes are announced, more than %d", response.ContentLength, l.size)
	}
	file, err := os.Create(to)
	if err != nil {
		return err
	}
	n, err := io.Copy(file, io.LimitReader(reader{response.Body, alive}, l.size+1))
	if err == nil && n > l.size {
		err = fmt.Errorf("more than %d bytes", l.size)
	}
	return errors.Join(err, file.Close())
}

// redirect refuses a redirect to another protocol, and one too many.
func (l limits) redirect(request *http.Request, via []*http.Request) error {
	if scheme := request.URL.Scheme; scheme != "http" && scheme != "https" {
		return fmt.Errorf("redirected to %s, which is neither http nor https", request.URL.Redacted())
	}
	if len(via) > l.hops {
		return fmt.Errorf("redirected more than %d times", l.hops)
	}
	return nil
}

// Redacted is a URL for messages and events: without the password that it may have.
func Redacted(location string) string {
	parsed, err := url.Parse(location)
	if err != nil || parsed.User == nil {
		return location
	}
	return parsed.Redacted()
}

// A reader calls alive whenever there was data.
type reader struct {
	io.Reader
	alive func()
}

func (r reader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if n > 0 {
		r.alive()
	}
	return n, err
}
