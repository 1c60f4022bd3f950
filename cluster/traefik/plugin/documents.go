package albaction

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

/*
 * The fields are those of AWS's documentation. Left out is what does not exist here (VPC, log
 * driver, clock drift, ephemeral storage) and what Kubernetes does not tell (MAC address, subnet).
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4-fargate-response.html
 */

// document has no methods: the interpreter would hand its own wrapping of it to encoding/json.
type document map[string]interface{}

// put writes a field unless it has no value: ECS leaves out what it does not know.
func put(of document, field string, value string) {
	if value != "" {
		of[field] = value
	}
}

func taskDocument(of *task) document {
	made := document{
		"Cluster":          of.told.ClusterArn,
		"TaskARN":          of.arn("task", of.id),
		"Family":           of.told.Family,
		"Revision":         strconv.Itoa(of.told.Revision),
		"DesiredStatus":    desiredStatus(of),
		"KnownStatus":      taskStatus(of),
		"AvailabilityZone": of.told.Region + "a",
		"LaunchType":       "FARGATE",
	}
	put(made, "ServiceName", of.told.ServiceName)
	put(made, "PullStartedAt", of.pod.Status.StartTime)
	put(made, "PullStoppedAt", pullStopped(of))
	if limits := limitsOf(of.told.Limits.CPU, of.told.Limits.Memory); len(limits) > 0 {
		made["Limits"] = limits
	}
	containers := []document{}
	for _, container := range of.containers {
		containers = append(containers, containerDocument(of, container))
	}
	made["Containers"] = containers
	return made
}

func containerDocument(of *task, container *taskContainer) document {
	labels := map[string]string{
		"com.amazonaws.ecs.cluster":                 of.told.ClusterArn,
		"com.amazonaws.ecs.container-name":          container.told.Name,
		"com.amazonaws.ecs.task-arn":                of.arn("task", of.id),
		"com.amazonaws.ecs.task-definition-family":  of.told.Family,
		"com.amazonaws.ecs.task-definition-version": strconv.Itoa(of.told.Revision),
	}
	for name, value := range container.told.DockerLabels {
		labels[name] = value
	}
	made := document{
		"DockerId":      dockerID(of, container),
		"Name":          container.told.Name,
		"DockerName":    container.told.Name,
		"Image":         container.told.Image,
		"Labels":        labels,
		"DesiredStatus": desiredStatus(of),
		"KnownStatus":   container.knownStatus(),
		"Type":          "NORMAL",
		"ContainerARN":  of.arn("container", of.id+"/"+container.uuid(of)),
		"Networks":      networks(of),
	}
	put(made, "ImageID", imageDigest(container.status.ImageID))
	if run := container.run(); run != nil {
		put(made, "CreatedAt", run.StartedAt)
		put(made, "StartedAt", run.StartedAt)
		put(made, "FinishedAt", run.FinishedAt)
	}
	if ended := container.status.State.Terminated; ended != nil {
		made["ExitCode"] = ended.ExitCode
	}
	if limits := limitsOf(float64(container.told.CPUUnits), container.told.MemoryMiB); len(limits) > 0 {
		made["Limits"] = limits
	}
	if container.told.HealthCheck {
		made["Health"] = health(of, container)
	}
	if len(container.told.Ports) > 0 {
		made["Ports"] = ports(container.told.Ports)
	}
	return made
}

func desiredStatus(of *task) string {
	if of.pod.Metadata.DeletionTimestamp != "" {
		return "STOPPED"
	}
	return "RUNNING"
}

// taskStatus is RUNNING once no container is still to start.
func taskStatus(of *task) string {
	known := "STOPPED"
	for _, container := range of.containers {
		switch container.knownStatus() {
		case "PENDING":
			return "PENDING"
		case "RUNNING":
			known = "RUNNING"
		}
	}
	return known
}

func (of *taskContainer) knownStatus() string {
	switch {
	case of.status.State.Running != nil:
		return "RUNNING"
	case of.status.State.Terminated != nil:
		return "STOPPED"
	default:
		return "PENDING"
	}
}

// run is the container's present run, or else its last; nil before the first.
func (of *taskContainer) run() *containerRun {
	if of.status.State.Running != nil {
		return of.status.State.Running
	}
	return of.status.State.Terminated
}

// pullStopped is when the last container got its image: at its start, for all that is known.
func pullStopped(of *task) string {
	last := ""
	for _, container := range of.containers {
		// All times are of one form and in UTC, so they sort as texts.
		if run := container.run(); run != nil && run.StartedAt > last {
			last = run.StartedAt
		}
	}
	return last
}

func limitsOf(cpu float64, memory int) document {
	limits := document{}
	if cpu > 0 {
		limits["CPU"] = cpu
	}
	if memory > 0 {
		limits["Memory"] = memory
	}
	return limits
}

func health(of *task, container *taskContainer) document {
	switch {
	case container.status.Ready:
		made := document{"status": "HEALTHY", "exitCode": 0}
		for _, condition := range of.pod.Status.Conditions {
			if condition.Type == "ContainersReady" {
				put(made, "statusSince", condition.LastTransitionTime)
			}
		}
		return made
	case container.status.Started:
		return document{"status": "UNHEALTHY"}
	default:
		return document{"status": "UNKNOWN"}
	}
}

func networks(of *task) []document {
	address := of.pod.Status.PodIP
	return []document{{
		"NetworkMode":     "awsvpc",
		"IPv4Addresses":   []string{address},
		"AttachmentIndex": 0,
		"PrivateDNSName":  strings.ReplaceAll(address, ".", "-") + "." + tasksNamespace + ".pod.cluster.local",
	}}
}

func ports(of []toldPort) []document {
	made := []document{}
	for _, port := range of {
		made = append(made, document{"ContainerPort": port.ContainerPort, "Protocol": port.Protocol})
	}
	return made
}

// imageDigest is the digest in a runtime's name of an image.
func imageDigest(id string) string {
	at := strings.LastIndex(id, "sha256:")
	if at < 0 {
		return ""
	}
	return id[at:]
}

// dockerID has the form of Fargate's: the task's id and ten digits.
func dockerID(of *task, container *taskContainer) string {
	sum := container.sum(of)
	return fmt.Sprintf("%s-%010d", of.id, binary.BigEndian.Uint32(sum))
}

func (of *taskContainer) uuid(owner *task) string {
	sum := of.sum(owner)
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

func (of *taskContainer) sum(owner *task) []byte {
	sum := sha256.Sum256([]byte(owner.id + "/" + of.key))
	return sum[:]
}
