package albaction

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

const taskAnnotation = "kecs.dev/task"

// told is what KECS wrote about a task onto its pod.
type told struct {
	ClusterArn  string                   `json:"clusterArn"`
	Family      string                   `json:"family"`
	Revision    int                      `json:"revision"`
	ServiceName string                   `json:"serviceName"`
	Region      string                   `json:"region"`
	AccountID   string                   `json:"accountId"`
	Limits      toldLimits               `json:"limits"`
	Containers  map[string]toldContainer `json:"containers"`
}

type toldLimits struct {
	CPU    float64 `json:"cpu"`
	Memory int     `json:"memory"`
}

type toldContainer struct {
	Name         string            `json:"name"`
	Image        string            `json:"image"`
	DockerLabels map[string]string `json:"dockerLabels"`
	CPUUnits     int               `json:"cpuUnits"`
	MemoryMiB    int               `json:"memoryMiB"`
	Ports        []toldPort        `json:"ports"`
	HealthCheck  bool              `json:"healthCheck"`
}

type toldPort struct {
	ContainerPort int    `json:"containerPort"`
	Protocol      string `json:"protocol"`
}

// task is a pod as ECS sees it.
type task struct {
	pod     *pod
	told    told
	id      string
	cluster string
	// In the order of the pod; containers that are KECS's own are none of the task's.
	containers []*taskContainer
}

type taskContainer struct {
	key    string
	told   toldContainer
	status containerStatus
}

func taskOf(found *pod) (*task, error) {
	written := found.Metadata.Annotations[taskAnnotation]
	if written == "" {
		return nil, errNoTask
	}
	of := &task{pod: found, id: strings.ReplaceAll(found.Metadata.UID, "-", "")}
	if err := json.Unmarshal([]byte(written), &of.told); err != nil {
		return nil, fmt.Errorf("the pod's annotation %s: %w", taskAnnotation, err)
	}
	slash := strings.LastIndex(of.told.ClusterArn, "/")
	if slash < 0 {
		return nil, errors.New("the pod's annotation " + taskAnnotation + " has no cluster")
	}
	of.cluster = of.told.ClusterArn[slash+1:]
	statuses := map[string]containerStatus{}
	for _, status := range append(found.Status.InitContainerStatuses, found.Status.ContainerStatuses...) {
		statuses[status.Name] = status
	}
	for _, container := range append(found.Spec.InitContainers, found.Spec.Containers...) {
		if known, ok := of.told.Containers[container.Name]; ok {
			of.containers = append(of.containers, &taskContainer{
				key: container.Name, told: known, status: statuses[container.Name],
			})
		}
	}
	return of, nil
}

// container is the task's container with a name in the pod, nil if there is none.
func (of *task) container(key string) *taskContainer {
	for _, one := range of.containers {
		if one.key == key {
			return one
		}
	}
	return nil
}

// arn is that of something in the task's cluster.
func (of *task) arn(kind string, id string) string {
	return fmt.Sprintf("arn:aws:ecs:%s:%s:%s/%s/%s", of.told.Region, of.told.AccountID, kind, of.cluster, id)
}
