package albaction

import (
	"fmt"
	"net/http"
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
	port := placeholders.Replace(config.Port)
	if local, ok := config.PortMap[port]; ok {
		port = local
	} else if config.Port == "#{port}" {
		port = localPort
	}
	place := scheme + "://" + placeholders.Replace(text(config.Host))
	if port != "" && !(scheme == "http" && port == "80") && !(scheme == "https" && port == "443") {
		place += ":" + port
	}
	place += placeholders.Replace(text(config.Path))
	if query := placeholders.Replace(text(config.Query)); query != "" {
		place += "?" + query
	}
	return escapeUnsafe(place)
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
