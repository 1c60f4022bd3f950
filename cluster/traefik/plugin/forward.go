package albaction

import (
	"crypto/tls"
	"net"
	"net/http"
	"strings"
)

// statusIncompatible is AWS's answer to a protocol that the target group does not speak.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
const statusIncompatible = 464

const xffHeader = "X-Forwarded-For"

// forward changes a request on its way to a target of one protocol version.
func forward(next http.Handler, config *Config) http.Handler {
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		if !compatible(config.ProtocolVersion, request) {
			answer.Header().Set("Content-Length", "0")
			answer.WriteHeader(statusIncompatible)
			return
		}
		request.Header.Del(queryHeader)
		forwardedFor(config, request)
		if config.HostHeader == "aws" && request.Host != "" {
			request.Host = awsHost(request.Host, config.ListenerPort)
		}
		if config.TLSHeaders && request.TLS != nil {
			request.Header.Set("X-Amzn-Tls-Version", versionName(request.TLS.Version))
			request.Header.Set("X-Amzn-Tls-Cipher-Suite", cipherName(request.TLS.CipherSuite))
		}
		next.ServeHTTP(answer, request)
	})
}

// compatible tells whether a target group of the protocol version takes the request.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
func compatible(protocolVersion string, request *http.Request) bool {
	switch protocolVersion {
	case "HTTP2":
		return request.ProtoMajor == 2
	case "GRPC":
		return request.ProtoMajor == 2 && request.Method == http.MethodPost
	default:
		return !isGRPC(request.Header.Get("Content-Type"))
	}
}

// isGRPC tells gRPC, with any message format, from gRPC-Web, which is HTTP like any other.
func isGRPC(contentType string) bool {
	const grpc = "application/grpc"
	lower := strings.ToLower(contentType)
	return lower == grpc || strings.HasPrefix(lower, grpc+"+") || strings.HasPrefix(lower, grpc+";")
}

// forwardedFor does what Traefik, which appends the client's address, is not to do. It appends none
// where there is no remote address, and leaves a header alone that is there but has no value.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
func forwardedFor(config *Config, request *http.Request) {
	switch {
	case config.XffHeaderProcessingMode == "remove":
		request.Header[xffHeader] = nil
	case config.XffHeaderProcessingMode == "preserve":
		request.RemoteAddr = ""
	case config.XffClientPort:
		if _, _, err := net.SplitHostPort(request.RemoteAddr); err != nil {
			return
		}
		hops := append(request.Header.Values(xffHeader), request.RemoteAddr)
		request.Header.Set(xffHeader, strings.Join(hops, ", "))
		request.RemoteAddr = ""
	}
}

// awsHost is a Host as AWS hands it on: without a port on 80 and 443, else with the listener's.
func awsHost(authority string, listenerPort string) string {
	host, _ := splitAuthority(authority)
	if listenerPort == "80" || listenerPort == "443" {
		return host
	}
	return host + ":" + listenerPort
}

func versionName(version uint16) string {
	switch version {
	case tls.VersionTLS10:
		return "TLSv1"
	case tls.VersionTLS11:
		return "TLSv1.1"
	case tls.VersionTLS12:
		return "TLSv1.2"
	default:
		return "TLSv1.3"
	}
}

// cipherNames are OpenSSL's names, which AWS uses, of the suites before TLS 1.3.
var cipherNames = map[string]string{
	"TLS_RSA_WITH_RC4_128_SHA":                      "RC4-SHA",
	"TLS_RSA_WITH_3DES_EDE_CBC_SHA":                 "DES-CBC3-SHA",
	"TLS_RSA_WITH_AES_128_CBC_SHA":                  "AES128-SHA",
	"TLS_RSA_WITH_AES_256_CBC_SHA":                  "AES256-SHA",
	"TLS_RSA_WITH_AES_128_CBC_SHA256":               "AES128-SHA256",
	"TLS_RSA_WITH_AES_128_GCM_SHA256":               "AES128-GCM-SHA256",
	"TLS_RSA_WITH_AES_256_GCM_SHA384":               "AES256-GCM-SHA384",
	"TLS_ECDHE_ECDSA_WITH_RC4_128_SHA":              "ECDHE-ECDSA-RC4-SHA",
	"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA":          "ECDHE-ECDSA-AES128-SHA",
	"TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA":          "ECDHE-ECDSA-AES256-SHA",
	"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256":       "ECDHE-ECDSA-AES128-SHA256",
	"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256":       "ECDHE-ECDSA-AES128-GCM-SHA256",
	"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384":       "ECDHE-ECDSA-AES256-GCM-SHA384",
	"TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256": "ECDHE-ECDSA-CHACHA20-POLY1305",
	"TLS_ECDHE_RSA_WITH_RC4_128_SHA":                "ECDHE-RSA-RC4-SHA",
	"TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA":           "ECDHE-RSA-DES-CBC3-SHA",
	"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA":            "ECDHE-RSA-AES128-SHA",
	"TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA":            "ECDHE-RSA-AES256-SHA",
	"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256":         "ECDHE-RSA-AES128-SHA256",
	"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256":         "ECDHE-RSA-AES128-GCM-SHA256",
	"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384":         "ECDHE-RSA-AES256-GCM-SHA384",
	"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256":   "ECDHE-RSA-CHACHA20-POLY1305",
}

// cipherName is OpenSSL's name of a suite; those of TLS 1.3 have one name only.
func cipherName(suite uint16) string {
	name := tls.CipherSuiteName(suite)
	if known, ok := cipherNames[name]; ok {
		return known
	}
	return name
}
