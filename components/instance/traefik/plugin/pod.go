package albaction

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
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
		ReadinessGates []struct {
			ConditionType string `json:"conditionType"`
		} `json:"readinessGates"`
	} `json:"spec"`
	Status struct {
		Phase                 string            `json:"phase"`
		PodIP                 string            `json:"podIP"`
		StartTime             string            `json:"startTime"`
		Conditions            []podCondition    `json:"conditions"`
		InitContainerStatuses []containerStatus `json:"initContainerStatuses"`
		ContainerStatuses     []containerStatus `json:"containerStatuses"`
	} `json:"status"`
}

type podContainer struct {
	Name  string `json:"name"`
	Ports []struct {
		Name          string `json:"name"`
		ContainerPort int    `json:"containerPort"`
	} `json:"ports"`
}

type podCondition struct {
	Type               string `json:"type"`
	Status             string `json:"status"`
	Reason             string `json:"reason"`
	Message            string `json:"message"`
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

// readPod asks the API server for a pod.
func readPod(ctx context.Context, name string) (*pod, error) {
	body, err := callAPI(ctx, http.MethodGet, "pods/"+url.PathEscape(name), "", nil)
	if errors.Is(err, errNotFound) {
		return nil, errNoTask
	}
	if err != nil {
		return nil, err
	}
	defer body.Close()
	found := &pod{}
	if err := json.NewDecoder(body).Decode(found); err != nil {
		return nil, err
	}
	return found, nil
}
