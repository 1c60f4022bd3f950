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
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

const (
	tasksNamespace = "kecs"
	accountFolder  = "/var/run/secrets/kubernetes.io/serviceaccount/"
	readPatience   = 5 * time.Second
)

// pod holds the fields of a Kubernetes pod that a task is told of.
type pod struct {
	Metadata struct {
		Name              string            `json:"name"`
		UID               string            `json:"uid"`
		Annotations       map[string]string `json:"annotations"`
		DeletionTimestamp string            `json:"deletionTimestamp"`
	} `json:"metadata"`
	Spec struct {
		InitContainers []podContainer `json:"initContainers"`
		Containers     []podContainer `json:"containers"`
	} `json:"spec"`
	Status struct {
		PodIP                 string            `json:"podIP"`
		StartTime             string            `json:"startTime"`
		Conditions            []podCondition    `json:"conditions"`
		InitContainerStatuses []containerStatus `json:"initContainerStatuses"`
		ContainerStatuses     []containerStatus `json:"containerStatuses"`
	} `json:"status"`
}

type podList struct {
	Items []pod `json:"items"`
}

type podContainer struct {
	Name string `json:"name"`
}

type podCondition struct {
	Type               string `json:"type"`
	LastTransitionTime string `json:"lastTransitionTime"`
}

type containerStatus struct {
	Name    string `json:"name"`
	ImageID string `json:"imageID"`
	Ready   bool   `json:"ready"`
	Started bool   `json:"started"`
	State   struct {
		Running    *containerRun `json:"running"`
		Terminated *containerRun `json:"terminated"`
	} `json:"state"`
}

type containerRun struct {
	StartedAt  string `json:"startedAt"`
	FinishedAt string `json:"finishedAt"`
	ExitCode   int    `json:"exitCode"`
}

var (
	apiServerLock   sync.Mutex
	apiServerClient *http.Client
)

// readPod is a pod by its name.
func readPod(ctx context.Context, name string) (*pod, error) {
	body, err := readAPI(ctx, "pods/"+url.PathEscape(name))
	if err != nil {
		return nil, err
	}
	found := &pod{}
	if err := json.Unmarshal(body, found); err != nil {
		return nil, err
	}
	return found, nil
}

// podsAt are the pods that have an address; one that has ended has it no longer.
func podsAt(ctx context.Context, address string) ([]pod, error) {
	selector := "status.podIP=" + address + ",status.phase!=Succeeded,status.phase!=Failed"
	body, err := readAPI(ctx, "pods?fieldSelector="+url.QueryEscape(selector))
	if err != nil {
		return nil, err
	}
	found := &podList{}
	if err := json.Unmarshal(body, found); err != nil {
		return nil, err
	}
	return found.Items, nil
}

// readAPI asks the API server about the tasks, with the rights of Traefik's service account.
func readAPI(ctx context.Context, what string) ([]byte, error) {
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
	place := fmt.Sprintf("https://%s/api/v1/namespaces/%s/%s", authority, tasksNamespace, what)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, place, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+strings.TrimSpace(string(token)))
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusNotFound {
		return nil, errNoTask
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the API server answered %d", response.StatusCode)
	}
	return io.ReadAll(response.Body)
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
		Timeout: readPatience,
		Transport: &http.Transport{
			TLSClientConfig: &tls.Config{RootCAs: trusted},
			IdleConnTimeout: 30 * time.Second,
		},
	}
	return apiServerClient, nil
}
