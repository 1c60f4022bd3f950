package albaction

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// healthCheck is what KECS wrote about a target group's health check onto its Service.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
type healthCheck struct {
	// By is http, connect (a target is healthy while it accepts connections) or nothing.
	By     string `json:"by"`
	Scheme string `json:"scheme"`
	Path   string `json:"path"`
	// Port is 0 for the port that receives the requests.
	Port int `json:"port"`
	// Matcher has the status codes of a healthy answer, such as 200, 200-299 or 200,302.
	Matcher string `json:"matcher"`
	// HTTP2 speaks HTTP/2 to targets behind TLS.
	HTTP2 bool `json:"http2"`
	// In seconds.
	Interval int `json:"interval"`
	Timeout  int `json:"timeout"`
	// So many results in a row change a target's health.
	HealthyThreshold   int `json:"healthyThreshold"`
	UnhealthyThreshold int `json:"unhealthyThreshold"`
	// FailsOpen sends requests to all targets where none is healthy.
	FailsOpen bool `json:"failsOpen"`
}

var (
	checkTransport  = transportFor(false)
	checkTransport2 = transportFor(true)
)

// transportFor opens a connection for each check, and takes any certificate, as AWS does.
func transportFor(http2 bool) *http.Transport {
	return &http.Transport{
		TLSClientConfig:    &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS10},
		DisableKeepAlives:  true,
		DisableCompression: true,
		ForceAttemptHTTP2:  http2,
	}
}

// examine checks a target once: nothing is wrong with it, or what.
func examine(ctx context.Context, check healthCheck, host string, port int) string {
	if check.By == "nothing" {
		return ""
	}
	if check.Port != 0 {
		port = check.Port
	}
	limited, cancel := context.WithTimeout(ctx, time.Duration(check.Timeout)*time.Second)
	defer cancel()
	address := net.JoinHostPort(host, strconv.Itoa(port))
	if check.By == "connect" {
		connection, err := (&net.Dialer{}).DialContext(limited, "tcp", address)
		if err != nil {
			return whatFailed(err)
		}
		connection.Close()
		return ""
	}
	request, err := http.NewRequestWithContext(limited, http.MethodGet, check.Scheme+"://"+address+check.Path, nil)
	if err != nil {
		return "cannot be asked: " + err.Error()
	}
	request.Header.Set("User-Agent", "ELB-HealthChecker/2.0")
	transport := checkTransport
	if check.HTTP2 {
		transport = checkTransport2
	}
	response, err := transport.RoundTrip(request)
	if err != nil {
		return whatFailed(err)
	}
	response.Body.Close()
	if matches(check.Matcher, response.StatusCode) {
		return ""
	}
	return fmt.Sprintf("answers %d instead of %s", response.StatusCode, check.Matcher)
}

// whatFailed says why there was no answer, in words that stay the same from check to check: an error
// of Go's names the ports of its connection, and what the target sent.
func whatFailed(err error) string {
	text := err.Error()
	switch {
	case strings.Contains(text, "connection refused"):
		return "refuses the connection"
	case strings.Contains(text, "deadline exceeded"), strings.Contains(text, "timeout"):
		return "does not answer in time"
	case strings.Contains(text, "connection reset"), strings.Contains(text, "broken pipe"):
		return "resets the connection"
	case strings.Contains(text, "EOF"):
		return "closes the connection without an answer"
	case strings.Contains(text, "malformed HTTP"):
		return "does not answer in HTTP"
	case strings.Contains(text, "tls:"):
		return "does not speak TLS as it should"
	default:
		return "cannot be reached"
	}
}

// matches tells whether a list such as 200,300-310 has a status.
func matches(matcher string, status int) bool {
	for _, part := range strings.Split(matcher, ",") {
		ends := strings.SplitN(part, "-", 2)
		first, err := strconv.Atoi(ends[0])
		if err != nil {
			continue
		}
		last := first
		if len(ends) == 2 {
			if last, err = strconv.Atoi(ends[1]); err != nil {
				continue
			}
		}
		if status >= first && status <= last {
			return true
		}
	}
	return false
}
