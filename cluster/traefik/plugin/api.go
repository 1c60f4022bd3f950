package albaction

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

const (
	tasksNamespace = "kecs"
	accountFolder  = "/var/run/secrets/kubernetes.io/serviceaccount/"
	apiPatience    = 5 * time.Second
)

var (
	errNotFound     = errors.New("the API server does not have it")
	apiServerLock   sync.Mutex
	apiServerClient *http.Client
)

// callAPI asks the API server about the tasks' namespace, with the rights of Traefik's service
// account. The body of an answer is the caller's to close.
func callAPI(ctx context.Context, method string, path string, contentType string, body io.Reader) (io.ReadCloser, error) {
	client, err := apiServer()
	if err != nil {
		return nil, err
	}
	// Kubernetes renews the token now and then.
	token, err := os.ReadFile(accountFolder + "token")
	if err != nil {
		return nil, err
	}
	authority := net.JoinHostPort(os.Getenv("KUBERNETES_SERVICE_HOST"), os.Getenv("KUBERNETES_SERVICE_PORT"))
	place := fmt.Sprintf("https://%s/api/v1/namespaces/%s/%s", authority, tasksNamespace, path)
	request, err := http.NewRequestWithContext(ctx, method, place, body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+strings.TrimSpace(string(token)))
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	if response.StatusCode == http.StatusOK {
		return response.Body, nil
	}
	_, _ = io.Copy(io.Discard, response.Body)
	response.Body.Close()
	if response.StatusCode == http.StatusNotFound {
		return nil, errNotFound
	}
	return nil, fmt.Errorf("the API server answered %d", response.StatusCode)
}

// readAPI reads what the API server answers.
func readAPI(ctx context.Context, path string, into interface{}) error {
	body, err := callAPI(ctx, http.MethodGet, path, "", nil)
	if err != nil {
		return err
	}
	defer body.Close()
	return json.NewDecoder(body).Decode(into)
}

// apiServer is a client that trusts the cluster's own authority alone; one for all requests.
func apiServer() (*http.Client, error) {
	apiServerLock.Lock()
	defer apiServerLock.Unlock()
	if apiServerClient != nil {
		return apiServerClient, nil
	}
	authority, err := os.ReadFile(accountFolder + "ca.crt")
	if err != nil {
		return nil, err
	}
	trusted := x509.NewCertPool()
	if !trusted.AppendCertsFromPEM(authority) {
		return nil, errors.New("the cluster's authority cannot be read")
	}
	apiServerClient = &http.Client{
		Timeout: apiPatience,
		Transport: &http.Transport{
			TLSClientConfig: &tls.Config{RootCAs: trusted},
			IdleConnTimeout: 30 * time.Second,
		},
	}
	return apiServerClient, nil
}
