package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync/atomic"
)

// serveWhoami is the sample application. It answers as the well-known
// traefik/whoami image does, which no package registry offers: the same paths, the
// same fields, the same WHOAMI_NAME and WHOAMI_PORT_NUMBER, and --port.
func serveWhoami(arguments []string) error {
	port := setting("80", "WHOAMI_PORT_NUMBER")
	for index := 0; index+1 < len(arguments); index++ {
		if arguments[index] == "--port" || arguments[index] == "-port" {
			port = arguments[index+1]
		}
	}
	var health health
	health.status.Store(http.StatusOK)
	routes := http.NewServeMux()
	routes.HandleFunc("/", whoami)
	routes.HandleFunc("/api", whoamiAPI)
	routes.HandleFunc("/bench", func(writer http.ResponseWriter, _ *http.Request) { fmt.Fprint(writer, "1") })
	routes.Handle("/health", &health)
	return serve(port, routes)
}

// identity is what the sample application says of itself and of the request.
type identity struct {
	Hostname   string      `json:"hostname,omitempty"`
	IP         []string    `json:"ip,omitempty"`
	Headers    http.Header `json:"headers,omitempty"`
	URL        string      `json:"url,omitempty"`
	Host       string      `json:"host,omitempty"`
	Method     string      `json:"method,omitempty"`
	Name       string      `json:"name,omitempty"`
	RemoteAddr string      `json:"remoteAddr,omitempty"`
}

func identify(request *http.Request) identity {
	hostname, _ := os.Hostname()
	return identity{
		Hostname:   hostname,
		IP:         ownAddresses(),
		Headers:    request.Header,
		URL:        request.URL.RequestURI(),
		Host:       request.Host,
		Method:     request.Method,
		Name:       os.Getenv("WHOAMI_NAME"),
		RemoteAddr: request.RemoteAddr,
	}
}

func whoami(writer http.ResponseWriter, request *http.Request) {
	self := identify(request)
	writer.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if self.Name != "" {
		fmt.Fprintln(writer, "Name:", self.Name)
	}
	fmt.Fprintln(writer, "Hostname:", self.Hostname)
	for _, address := range self.IP {
		fmt.Fprintln(writer, "IP:", address)
	}
	fmt.Fprintln(writer, "RemoteAddr:", self.RemoteAddr)
	// The request as it came, in its own syntax.
	_ = request.Write(writer)
}

func whoamiAPI(writer http.ResponseWriter, request *http.Request) {
	writer.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(writer).Encode(identify(request))
}

func ownAddresses() []string {
	addresses, _ := net.InterfaceAddrs()
	found := make([]string, 0, len(addresses))
	for _, address := range addresses {
		if network, ok := address.(*net.IPNet); ok {
			found = append(found, network.IP.String())
		}
	}
	return found
}

// health answers GET with a status that POST sets: a service can be made sick.
type health struct {
	status atomic.Int64
}

func (h *health) ServeHTTP(writer http.ResponseWriter, request *http.Request) {
	if request.Method != http.MethodPost {
		writer.WriteHeader(int(h.status.Load()))
		return
	}
	body, _ := io.ReadAll(io.LimitReader(request.Body, 16))
	status, err := strconv.Atoi(string(body))
	if err != nil || status < 200 || status > 599 {
		http.Error(writer, "the body is to be a status, 200 to 599", http.StatusBadRequest)
		return
	}
	h.status.Store(int64(status))
}
