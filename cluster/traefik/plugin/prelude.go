package albaction

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	traceHeader    = "X-Amzn-Trace-Id"
	queryHeader    = "X-Kecs-Query"
	sourceIPHeader = "X-Kecs-Source-Ip"
)

// prelude prepares a request for the rules of its listener.
func prelude(next http.Handler, config *Config) http.Handler {
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		limitHeaders(request)
		if status := overLimit(request); status != 0 {
			answer.WriteHeader(status)
			return
		}
		if config.DropInvalidHeaderFields {
			for name := range request.Header {
				if !validName(name) {
					delete(request.Header, name)
				}
			}
		}
		for name := range request.Header {
			if isOfClientCertificate(name) {
				delete(request.Header, name)
			}
		}
		request.Header.Set(traceHeader, traceID(request.Header.Get(traceHeader)))
		// What a client sends under this name counts for nothing.
		request.Header.Del(queryHeader)
		if query := project(request.URL.RawQuery); query != "" {
			request.Header.Set(queryHeader, query)
		}
		if config.SimulateSourceIP {
			simulateSourceIP(request)
		}
		next.ServeHTTP(answer, request)
	})
}

// isOfClientCertificate tells whether a header says who the client is by its certificate: only the
// load balancer can vouch for that. Many servers take an underscore for a hyphen.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html
func isOfClientCertificate(name string) bool {
	if name == "" || (name[0] != 'X' && name[0] != 'x') {
		return false
	}
	plain := strings.ReplaceAll(strings.ToLower(name), "_", "-")
	return strings.HasPrefix(plain, "x-amzn-mtls-") ||
		strings.HasPrefix(plain, "x-forwarded-tls-client-cert")
}

// validName tells whether AWS takes the name of a header for a valid one.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
func validName(name string) bool {
	for _, character := range name {
		switch {
		case character == '-':
		case character >= '0' && character <= '9':
		case character >= 'A' && character <= 'Z':
		case character >= 'a' && character <= 'z':
		default:
			return false
		}
	}
	return true
}

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

// project writes a query down as conditions match it: every key and value decoded, and then only
// that encoded again which would be ambiguous between them or has no place in a header.
func project(rawQuery string) string {
	var pairs []string
	for _, pair := range strings.Split(rawQuery, "&") {
		if pair == "" {
			continue
		}
		key, value, _ := strings.Cut(pair, "=")
		pairs = append(pairs, projectPart(key)+"="+projectPart(value))
	}
	return strings.Join(pairs, "&")
}

func projectPart(raw string) string {
	decoded, err := url.QueryUnescape(raw)
	if err != nil {
		decoded = raw
	}
	var projected strings.Builder
	for i := 0; i < len(decoded); i++ {
		character := decoded[i]
		if character <= ' ' || character > '~' || strings.IndexByte("&=%", character) >= 0 {
			fmt.Fprintf(&projected, "%%%02X", character)
		} else {
			projected.WriteByte(character)
		}
	}
	return projected.String()
}

// simulateSourceIP lets a test come from any address; what is no address changes nothing.
func simulateSourceIP(request *http.Request) {
	simulated := request.Header.Get(sourceIPHeader)
	request.Header.Del(sourceIPHeader)
	if net.ParseIP(simulated) == nil {
		return
	}
	_, port, err := net.SplitHostPort(request.RemoteAddr)
	if err != nil {
		port = "0"
	}
	request.RemoteAddr = net.JoinHostPort(simulated, port)
}
