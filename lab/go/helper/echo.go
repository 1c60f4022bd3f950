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

// serveEcho is the test application. It answers every request with what it saw of
// it, as JSON:
//
//	/status/418    with that status
//	?delay=250ms   after that time (a Go duration, or milliseconds)
//	?bytes=1000    with so many bytes of padding
func serveEcho([]string) error {
	return serve(setting("8080", "PORT"), http.HandlerFunc(echo))
}

func echo(writer http.ResponseWriter, request *http.Request) {
	query := request.URL.Query()
	time.Sleep(delayOf(query.Get("delay")))
	body, _ := io.ReadAll(io.LimitReader(request.Body, longestBody))
	hostname, _ := os.Hostname()
	answer := map[string]any{
		"method":      request.Method,
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
	log.Printf("%s %s%s %d", request.Method, request.Host, request.URL.RequestURI(), status)
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
