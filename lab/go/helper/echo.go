package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	longestBody    = 1 << 20
	longestPadding = 64 << 20
)

// serveEcho is the test application. It answers every request, of any method and
// of HTTP/1 or HTTP/2 in clear text, with what it saw of it, as JSON:
//
//	/status/418       with that status
//	/slow?ms=3000     after that time
//	?delay=250ms      the same on any path (a Go duration, or milliseconds)
//	?bytes=1000       with so many bytes of padding
//
// Other paths do what targets of a load balancer do besides:
//
//	/reset            closes the connection without an answer
//	/badheader        answers with something that is not HTTP
//	/ws               WebSocket: sends every message back
//	/sse?count=3&ms=200  server-sent events, one in that time
//	/trailers         the echo with trailers behind it
//
// A gRPC request on any path gets its messages back as they arrive.
func serveEcho([]string) error {
	// Not Go's own routing: it cleans paths and redirects to them, which no target should.
	behaviours := map[string]http.HandlerFunc{
		"/reset":     closeWithoutAnswer,
		"/badheader": answerNonsense,
		"/ws":        echoWebSocket,
		"/sse":       sendEvents,
		"/trailers":  echoWithTrailers,
	}
	return serve(setting("8080", "PORT"), http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		writer.Header().Set("X-Kecs-Target", os.Getenv("KECS_TARGET"))
		if isGRPC(request) {
			echoGRPC(writer, request)
		} else if behave := behaviours[request.URL.Path]; behave != nil {
			behave(writer, request)
		} else {
			echo(writer, request)
		}
	}))
}

func echo(writer http.ResponseWriter, request *http.Request) {
	query := request.URL.Query()
	time.Sleep(delayOf(query.Get("delay")))
	if request.URL.Path == "/slow" {
		time.Sleep(delayOf(query.Get("ms")))
	}
	body, _ := io.ReadAll(io.LimitReader(request.Body, longestBody))
	hostname, _ := os.Hostname()
	answer := map[string]any{
		"backend":     os.Getenv("KECS_TARGET"),
		"method":      request.Method,
		"url":         request.RequestURI,
		"path":        request.URL.Path,
		"query":       request.URL.RawQuery,
		"host":        request.Host,
		"proto":       request.Proto,
		"headers":     request.Header,
		"remote":      request.RemoteAddr,
		"hostname":    hostname,
		"KECS_TARGET": os.Getenv("KECS_TARGET"),
		"body":        string(body),
	}
	if size, err := strconv.Atoi(query.Get("bytes")); err == nil && size > 0 {
		answer["padding"] = strings.Repeat("x", min(size, longestPadding))
	}
	status := statusOf(request.URL.Path)
	writer.Header().Set("Content-Type", "application/json")
	writer.Header().Set("X-Echo-Hostname", hostname)
	writer.WriteHeader(status)
	encoder := json.NewEncoder(writer)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(answer); err != nil {
		log.Printf("answer not sent: %v", err)
	}
	log.Printf("%s %s%s %d", request.Method, request.Host, request.RequestURI, status)
}

func delayOf(text string) time.Duration {
	if milliseconds, err := strconv.Atoi(text); err == nil {
		return time.Duration(milliseconds) * time.Millisecond
	}
	delay, _ := time.ParseDuration(text)
	return delay
}

func statusOf(path string) int {
	rest, asked := strings.CutPrefix(path, "/status/")
	number, _, _ := strings.Cut(rest, "/")
	status, err := strconv.Atoi(number)
	if !asked || err != nil || status < 200 || status > 599 {
		return http.StatusOK
	}
	return status
}
