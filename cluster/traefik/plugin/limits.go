package albaction

import (
	"net/http"
	"strings"
)

// What a load balancer takes at most.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
const (
	longestRequestLine = 16 << 10
	longestHeader      = 16 << 10
	longestHeaders     = 64 << 10
	mostForwardedFor   = 30
)

// overLimit is the status for a request that is larger than a load balancer takes it; 0 for others.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
func overLimit(request *http.Request) int {
	if len(request.Method)+len(request.RequestURI)+len("  HTTP/1.1") > longestRequestLine {
		return http.StatusRequestURITooLong
	}
	total := 0
	for name, values := range request.Header {
		for _, value := range values {
			length := len(name) + len(": ") + len(value)
			if length > longestHeader {
				return http.StatusBadRequest
			}
			total += length
		}
	}
	if total > longestHeaders {
		return http.StatusBadRequest
	}
	forwarded := strings.Join(request.Header.Values("X-Forwarded-For"), ",")
	if strings.Count(forwarded, ",") >= mostForwardedFor {
		return 463
	}
	return 0
}
