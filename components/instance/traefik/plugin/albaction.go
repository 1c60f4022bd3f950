// Package albaction is a Traefik plugin for what an Application Load Balancer does and no built-in
// middleware can: trace ids, and answers of the load balancer's own.
//
// Traefik interprets this source; only the standard library is at hand.
package albaction

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Config is what a Middleware object says under spec.plugin.albaction.
type Config struct {
	// Mode is prelude (before the rules of a listener) or fixed (instead of a target).
	Mode string `json:"mode,omitempty"`
	// TraceID, of a prelude, makes or continues X-Amzn-Trace-Id.
	TraceID bool `json:"traceId,omitempty"`
	// Status, ContentType and Body are the answer of mode fixed.
	Status      int    `json:"status,omitempty"`
	ContentType string `json:"contentType,omitempty"`
	Body        string `json:"body,omitempty"`
}

// CreateConfig returns the configuration of a middleware that says nothing.
func CreateConfig() *Config { return &Config{} }

// New builds the middleware of one Middleware object.
func New(_ context.Context, next http.Handler, config *Config, name string) (http.Handler, error) {
	switch config.Mode {
	case "prelude":
		return prelude(next, config), nil
	case "fixed":
		if config.Status < 200 || config.Status > 599 {
			return nil, fmt.Errorf("%s: status %d is not in 200-599", name, config.Status)
		}
		return fixed(config), nil
	default:
		return nil, fmt.Errorf("%s: unknown mode %q", name, config.Mode)
	}
}

func prelude(next http.Handler, config *Config) http.Handler {
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		if config.TraceID {
			request.Header.Set(traceHeader, traceID(request.Header.Get(traceHeader)))
		}
		next.ServeHTTP(answer, request)
	})
}

func fixed(config *Config) http.Handler {
	body := []byte(config.Body)
	length := strconv.Itoa(len(body))
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		if config.ContentType != "" {
			answer.Header().Set("Content-Type", config.ContentType)
		}
		answer.Header().Set("Content-Length", length)
		answer.WriteHeader(config.Status)
		if request.Method != http.MethodHead {
			_, _ = answer.Write(body)
		}
	})
}

const traceHeader = "X-Amzn-Trace-Id"

// traceID is the header's value for the target: a new Root where the client sent none, else the
// client's fields behind a Self of this load balancer, which takes the place of an older one.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html
func traceID(received string) string {
	var kept []string
	rooted := false
	for _, field := range strings.Split(received, ";") {
		field = strings.TrimSpace(field)
		if field == "" || strings.HasPrefix(field, "Self=") {
			continue
		}
		rooted = rooted || strings.HasPrefix(field, "Root=")
		kept = append(kept, field)
	}
	if !rooted {
		return strings.Join(append([]string{"Root=" + newTrace()}, kept...), ";")
	}
	return strings.Join(append([]string{"Self=" + newTrace()}, kept...), ";")
}

// newTrace is version 1, the time in eight hexadecimal digits, and 96 random bits.
func newTrace() string {
	random := make([]byte, 12)
	_, _ = rand.Read(random)
	return fmt.Sprintf("1-%08x-%s", time.Now().Unix(), hex.EncodeToString(random))
}
