package albaction

import (
	"context"
	"errors"
	"net/url"
)

// pod holds the fields of a Kubernetes pod that a task is told of.
type pod struct {
	Metadata struct {
		Name              string            `json:"name"`
		UID               string            `json:"uid"`
		Labels            map[string]string `json:"labels"`
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

type podList struct {
	Items []pod `json:"items"`
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

// readPod is a pod by its name.
func readPod(ctx context.Context, name string) (*pod, error) {
	found := &pod{}
	err := readAPI(ctx, "pods/"+url.PathEscape(name), found)
	if errors.Is(err, errNotFound) {
		return nil, errNoTask
	}
	if err != nil {
		return nil, err
	}
	return found, nil
}

// podsAt are the pods that have an address; one that has ended has it no longer.
func podsAt(ctx context.Context, address string) ([]pod, error) {
	selector := "status.podIP=" + address + ",status.phase!=Succeeded,status.phase!=Failed"
	found := &podList{}
	if err := readAPI(ctx, "pods?fieldSelector="+url.QueryEscape(selector), found); err != nil {
		return nil, err
	}
	return found.Items, nil
}
