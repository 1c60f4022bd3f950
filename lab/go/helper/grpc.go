package main

import (
	"net/http"
	"strings"
)

func isGRPC(request *http.Request) bool {
	return request.ProtoMajor == 2 &&
		strings.HasPrefix(request.Header.Get("Content-Type"), "application/grpc")
}

// echoGRPC sends a call's messages back as they arrive, as they are: that answers
// unary and streaming calls alike. The status comes behind them as a trailer.
func echoGRPC(writer http.ResponseWriter, request *http.Request) {
	writer.Header().Set("Content-Type", request.Header.Get("Content-Type"))
	writer.Header().Set("Trailer", "Grpc-Status, Grpc-Message")
	flush := http.NewResponseController(writer).Flush
	buffer := make([]byte, 64<<10)
	for err := flush(); err == nil; {
		var size int
		size, err = request.Body.Read(buffer)
		if size == 0 {
			continue
		}
		if _, failure := writer.Write(buffer[:size]); failure != nil {
			return
		}
		if flush() != nil {
			return
		}
	}
	writer.Header().Set("Grpc-Status", "0")
	writer.Header().Set("Grpc-Message", "")
}
