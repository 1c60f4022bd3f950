package albaction

import (
	"fmt"
	"net"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// fixed answers every request with the same text.
func fixed(config *Config) http.Handler {
	body := []byte(text(config.Body))
	length := strconv.Itoa(len(body))
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		if config.ContentType != "" {
			answer.Header().Set("Content-Type", config.ContentType)
		}
		if config.Status != http.StatusNoContent {
			answer.Header().Set("Content-Length", length)
		}
		answer.WriteHeader(config.Status)
		if request.Method != http.MethodHead && config.Status != http.StatusNoContent {
			_, _ = answer.Write(body)
		}
	})
}

// redirect answers every request, of any method, with another place for it.
func redirect(config *Config) http.Handler {
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		answer.Header().Set("Location", location(config, request))
		answer.Header().Set("Content-Length", "0")
		answer.WriteHeader(config.Status)
	})
}

// location fills in the placeholders: those of the path and the query stand for the listener as it
// is on AWS, and the authority gets the local port, so that the place can be reached.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html
func location(config *Config, request *http.Request) string {
	host, localPort := splitAuthority(request.Host)
	placeholders := strings.NewReplacer(
		"#{protocol}", config.ListenerProtocol,
		"#{host}", host,
		"#{port}", config.ListenerPort,
		"#{path}", strings.TrimPrefix(request.URL.EscapedPath(), "/"),
		"#{query}", request.URL.RawQuery,
	)
	scheme := strings.ToLower(placeholders.Replace(config.Protocol))
	target := placeholders.Replace(text(config.Host))
	place := scheme + "://" + target
	port := placeholders.Replace(config.Port)
	if isHere(target, host, config.Hosts) {
		if local, ok := config.PortMap[port]; ok {
			port = local
		} else if config.Port == "#{port}" {
			port = localPort
		}
		if (scheme == "http" && port == "80") || (scheme == "https" && port == "443") {
			port = ""
		}
	}
	if port != "" {
		place += ":" + port
	}
	place += placeholders.Replace(text(config.Path))
	if query := placeholders.Replace(text(config.Query)); query != "" {
		place += "?" + query
	}
	return escapeUnsafe(place)
}

// ownNames are the names that every load balancer of the instance has by itself.
var ownNames = []string{".elb.localhost", ".elb.amazonaws.com"}

// isHere tells whether a host leads to this instance: the one that the client asked for does.
func isHere(host string, asked string, patterns []string) bool {
	host = compared(host)
	if host == compared(asked) || host == "localhost" || host == "[::1]" {
		return true
	}
	if address := net.ParseIP(host); address != nil && address.IsLoopback() {
		return true
	}
	for _, suffix := range ownNames {
		label := strings.TrimSuffix(host, suffix)
		if label != host && label != "" && !strings.Contains(label, ".") {
			return true
		}
	}
	for _, pattern := range patterns {
		// Its question mark and star stand for what AWS's do, since a host has no slash.
		if fits, err := path.Match(pattern, host); err == nil && fits {
			return true
		}
	}
	return false
}

// compared is a host in the form in which hosts are compared.
func compared(host string) string {
	return strings.TrimSuffix(strings.ToLower(host), ".")
}

// escapeUnsafe encodes what would end a header, a line or the place itself, and leaves the rest.
func escapeUnsafe(place string) string {
	var safe strings.Builder
	for i := 0; i < len(place); i++ {
		if place[i] <= ' ' || place[i] > '~' {
			fmt.Fprintf(&safe, "%%%02X", place[i])
		} else {
			safe.WriteByte(place[i])
		}
	}
	return safe.String()
}
