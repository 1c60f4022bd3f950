package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"
)

// hijack takes the connection out of the server's hands. HTTP/2 has none to take:
// there the stream ends.
func hijack(writer http.ResponseWriter) (net.Conn, io.Reader) {
	hijacker, can := writer.(http.Hijacker)
	if !can {
		panic(http.ErrAbortHandler)
	}
	connection, buffered, err := hijacker.Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	return connection, buffered
}

func closeWithoutAnswer(writer http.ResponseWriter, _ *http.Request) {
	connection, _ := hijack(writer)
	_ = connection.Close()
}

func answerNonsense(writer http.ResponseWriter, _ *http.Request) {
	connection, _ := hijack(writer)
	defer connection.Close()
	fmt.Fprint(connection, "HTTP/1.1 200 OK\r\nthis line is no header\r\n\r\n")
}

// sendEvents sends numbered events, each as soon as its time has come.
func sendEvents(writer http.ResponseWriter, request *http.Request) {
	query := request.URL.Query()
	count, err := strconv.Atoi(query.Get("count"))
	if err != nil {
		count = 3
	}
	writer.Header().Set("Content-Type", "text/event-stream")
	writer.Header().Set("Cache-Control", "no-cache")
	flush := http.NewResponseController(writer).Flush
	for number := 1; number <= count; number++ {
		if number > 1 {
			time.Sleep(delayOf(query.Get("ms")))
		}
		fmt.Fprintf(writer, "id: %d\ndata: event %d\n\n", number, number)
		if flush() != nil {
			return
		}
	}
}

func echoWithTrailers(writer http.ResponseWriter, request *http.Request) {
	writer.Header().Set("Trailer", "X-Echo-Trailer")
	echo(writer, request)
	writer.Header().Set("X-Echo-Trailer", "behind the body")
}
