package albaction

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
)

var errNoTask = errors.New("no task has this endpoint and this address")

// metadata answers a task with what it is, as ECS's task metadata endpoint version 4 does. Tasks
// know the way by ECS_CONTAINER_METADATA_URI_V4: /v4/<pod>/<container of the pod>.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4-fargate.html
func metadata() http.Handler {
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		parts := strings.SplitN(strings.Trim(request.URL.Path, "/"), "/", 4)
		if len(parts) < 3 || parts[0] != "v4" {
			refuse(answer, http.StatusNotFound, "V4 container metadata handler", errNoTask)
			return
		}
		asked := ""
		if len(parts) == 4 {
			asked = parts[3]
		}
		handler, document := documentOf(asked)
		if document == nil {
			http.NotFound(answer, request)
			return
		}
		of, err := ownTask(request, parts[1])
		if err == nil && of.container(parts[2]) == nil {
			err = errNoTask
		}
		if errors.Is(err, errNoTask) {
			refuse(answer, http.StatusNotFound, handler, err)
			return
		}
		if err != nil {
			refuse(answer, http.StatusInternalServerError, handler, err)
			return
		}
		write(answer, http.StatusOK, document(of, parts[2]))
	})
}

// documentOf is the name that ECS gives to the handler of a path, and what makes its answer. There
// are no measurements here; null is what ECS answers until it has the first.
func documentOf(asked string) (string, func(of *task, container string) interface{}) {
	switch asked {
	case "":
		return "V4 container metadata handler", func(of *task, container string) interface{} {
			return containerDocument(of, of.container(container))
		}
	case "task", "taskWithTags":
		return "V4 task metadata handler", func(of *task, _ string) interface{} {
			return taskDocument(of)
		}
	case "stats":
		return "V4 container stats handler", func(_ *task, _ string) interface{} { return nil }
	case "task/stats":
		return "V4 task stats handler", func(of *task, _ string) interface{} {
			stats := map[string]interface{}{}
			for _, container := range of.containers {
				stats[dockerID(of, container)] = nil
			}
			return stats
		}
	default:
		return "", nil
	}
}

// ownTask is the task in a pod, for requests from that very pod alone. Who asks is looked up first:
// a stranger with an address of its own costs one request, whatever it asks for.
func ownTask(request *http.Request, name string) (*task, error) {
	source, _, err := net.SplitHostPort(request.RemoteAddr)
	if err != nil {
		return nil, errNoTask
	}
	living, err := podsAt(request.Context(), source)
	if err != nil {
		return nil, err
	}
	for i := range living {
		if living[i].Metadata.Name == name {
			return taskOf(&living[i])
		}
	}
	if len(living) > 0 {
		return nil, errNoTask
	}
	found, err := withAddress(request.Context(), name)
	if err != nil {
		return nil, err
	}
	if found.Status.PodIP != source {
		return nil, errNoTask
	}
	return taskOf(found)
}

// refuse answers with a text that is a document of its own, as ECS's agent does.
func refuse(answer http.ResponseWriter, status int, handler string, err error) {
	write(answer, status, fmt.Sprintf("%s: unable to get metadata: %s", handler, err.Error()))
}

func write(answer http.ResponseWriter, status int, document interface{}) {
	body, err := json.Marshal(document)
	if err != nil {
		status, body = http.StatusInternalServerError, []byte(`"the document cannot be written"`)
	}
	answer.Header().Set("Content-Type", "application/json")
	answer.WriteHeader(status)
	_, _ = answer.Write(body)
}
