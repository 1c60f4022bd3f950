package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// drain is how long requests that are under way may take after a stop signal.
const drain = 5 * time.Second

// serve answers on a port until it is told to end: then the listener closes at
// once and requests that are under way are finished.
func serve(port string, handler http.Handler) error {
	// A target group of HTTP/2 or gRPC speaks HTTP/2 at once, without TLS.
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true)
	server := &http.Server{
		Addr:              ":" + port,
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		Protocols:         &protocols,
	}
	stopping, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	finished := make(chan error, 1)
	go func() {
		<-stopping.Done()
		patience, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		finished <- server.Shutdown(patience)
	}()
	log.Printf("listening on :%s", port)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-finished
}

// setting is the value of the first variable that has one.
func setting(fallback string, names ...string) string {
	for _, name := range names {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return fallback
}
