// Package albaction is a Traefik plugin for what an Application Load Balancer does and no built-in
// middleware can: what happens to a request before the rules see it and on its way to a target, and
// answers of the load balancer's own. It answers tasks that ask for their metadata, and checks the
// health of targets, too.
//
// Traefik interprets this source; only the standard library is at hand.
package albaction

import (
	"context"
	"fmt"
	"net/http"
	"strings"
)

// Config is what a Middleware object says under spec.plugin.albaction.
type Config struct {
	// Mode is prelude (before the rules of a listener), forward (on the way to a target), fixed or
	// redirect (instead of a target), metadata (answers tasks with what they are), or targetHealth
	// (checks targets for as long as Traefik runs, and lets every request pass).
	Mode string `json:"mode,omitempty"`

	// Of a prelude. DropInvalidHeaderFields removes headers whose names hold anything but letters,
	// digits and hyphens; SimulateSourceIP lets X-Kecs-Source-Ip replace the client's address.
	DropInvalidHeaderFields bool `json:"dropInvalidHeaderFields,omitempty"`
	SimulateSourceIP        bool `json:"simulateSourceIp,omitempty"`

	// Of a forward. ProtocolVersion is that of the target group: HTTP1, HTTP2 or GRPC.
	ProtocolVersion string `json:"protocolVersion,omitempty"`
	// XffHeaderProcessingMode is append, preserve or remove; XffClientPort appends the port too.
	XffHeaderProcessingMode string `json:"xffHeaderProcessingMode,omitempty"`
	XffClientPort           bool   `json:"xffClientPort,omitempty"`
	// TLSHeaders adds X-Amzn-Tls-Version and X-Amzn-Tls-Cipher-Suite.
	TLSHeaders bool `json:"tlsHeaders,omitempty"`
	// HostHeader is local (as the client sent it) or aws (with the port that AWS gives it).
	HostHeader string `json:"hostHeader,omitempty"`

	// Of a fixed answer and, with 301 or 302, of a redirect.
	Status int `json:"status,omitempty"`
	// Of a fixed answer.
	ContentType string `json:"contentType,omitempty"`
	Body        string `json:"body,omitempty"`

	// Of a redirect: the parts of Location, which may hold AWS's placeholders.
	Protocol string `json:"protocol,omitempty"`
	Host     string `json:"host,omitempty"`
	Port     string `json:"port,omitempty"`
	Path     string `json:"path,omitempty"`
	Query    string `json:"query,omitempty"`
	// The listener's protocol, HTTP or HTTPS, and its port on AWS.
	ListenerProtocol string `json:"listenerProtocol,omitempty"`
	ListenerPort     string `json:"listenerPort,omitempty"`
	// PortMap has the local ports of the load balancer's listeners by their ports on AWS.
	PortMap map[string]string `json:"portMap,omitempty"`
	// Hosts, with AWS's wildcards, lead to load balancers of this instance: to these a redirect has
	// the local port, as to the names that every load balancer has and to this machine.
	Hosts []string `json:"hosts,omitempty"`
}

// CreateConfig returns the configuration of a middleware that says nothing.
func CreateConfig() *Config { return &Config{} }

// New builds the middleware of one Middleware object. An error takes the routes that use it away.
func New(_ context.Context, next http.Handler, config *Config, name string) (http.Handler, error) {
	problem := check(config)
	if problem != "" {
		return nil, fmt.Errorf("%s: %s", name, problem)
	}
	switch config.Mode {
	case "prelude":
		return prelude(next, config), nil
	case "forward":
		return forward(next, config), nil
	case "redirect":
		return redirect(config), nil
	case "metadata":
		return metadata(), nil
	case "targetHealth":
		return targetHealth(next), nil
	default:
		return fixed(config), nil
	}
}

// check says what is wrong with a configuration; nothing, if it is in order.
func check(config *Config) string {
	switch config.Mode {
	case "prelude", "metadata", "targetHealth":
		return ""
	case "forward":
		return firstOf(
			oneOf("protocolVersion", config.ProtocolVersion, "HTTP1", "HTTP2", "GRPC"),
			oneOf("xffHeaderProcessingMode", config.XffHeaderProcessingMode, "append", "preserve", "remove"),
			oneOf("hostHeader", config.HostHeader, "local", "aws"),
		)
	case "redirect":
		if config.Status != 301 && config.Status != 302 {
			return fmt.Sprintf("status %d is not 301 or 302", config.Status)
		}
		return firstOf(
			oneOf("protocol", config.Protocol, "HTTP", "HTTPS", "#{protocol}"),
			oneOf("listenerProtocol", config.ListenerProtocol, "HTTP", "HTTPS"),
		)
	case "fixed":
		if config.Status < 200 || config.Status > 599 {
			return fmt.Sprintf("status %d is not in 200-599", config.Status)
		}
		return ""
	default:
		return oneOf("mode", config.Mode, "prelude", "forward", "fixed", "redirect", "metadata", "targetHealth")
	}
}

func oneOf(field string, value string, allowed ...string) string {
	for _, one := range allowed {
		if value == one {
			return ""
		}
	}
	return fmt.Sprintf("%s %q is not one of %s", field, value, strings.Join(allowed, ", "))
}

func firstOf(problems ...string) string {
	for _, problem := range problems {
		if problem != "" {
			return problem
		}
	}
	return ""
}

// text is a text of a user's as it was meant. Traefik puts a Secret in the place of one that begins
// with "urn:k8s:secret:"; a backslash in front keeps it from that.
func text(written string) string {
	return strings.TrimPrefix(written, "\\")
}

// splitAuthority is the host and the port of a Host header; without a port the latter is empty.
func splitAuthority(authority string) (string, string) {
	colon := strings.LastIndex(authority, ":")
	if colon < 0 || colon < strings.LastIndex(authority, "]") {
		return authority, ""
	}
	return authority[:colon], authority[colon+1:]
}
