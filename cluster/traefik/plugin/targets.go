package albaction

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

// How often it is looked for tasks that came or went.
const lookPeriod = time.Second

var (
	targetsLock    sync.Mutex
	targetsChecked bool
)

// targetHealth checks the targets of all target groups, from the first middleware of this mode on
// and for as long as Traefik runs, and tells Kubernetes their health: tasks have a readiness gate
// for each of their target groups. Requests pass through.
func targetHealth(next http.Handler) http.Handler {
	targetsLock.Lock()
	defer targetsLock.Unlock()
	if !targetsChecked {
		targetsChecked = true
		all := &targets{byKey: map[string]*target{}, changed: make(chan bool, 1)}
		go all.keepLooking()
	}
	return next
}

// targets are all tasks in all target groups of the instance.
type targets struct {
	lock  sync.Mutex
	byKey map[string]*target
	// Groups with ready tasks that have no gate: an earlier KECS made them.
	others  map[string]bool
	changed chan bool
	said    string
}

func (all *targets) keepLooking() {
	for {
		err := all.look()
		if err == nil {
			err = all.tell()
		}
		all.say(err)
		pause := time.After(lookPeriod)
		for isPausing := true; isPausing; {
			select {
			case <-all.changed:
				_ = all.tell()
			case <-pause:
				isPausing = false
			}
		}
	}
}

// say writes into Traefik's log why targets cannot be looked at or told of, once for each reason.
func (all *targets) say(err error) {
	text := ""
	if err != nil {
		text = err.Error()
	}
	if text != all.said && text != "" {
		fmt.Fprintf(os.Stderr, "target health: %s\n", text)
	}
	all.said = text
}

type service struct {
	Metadata struct {
		Annotations map[string]string `json:"annotations"`
	} `json:"metadata"`
	Spec struct {
		Selector map[string]string `json:"selector"`
		Ports    []struct {
			TargetPort interface{} `json:"targetPort"`
		} `json:"ports"`
	} `json:"spec"`
}

// group is a target group as its Service tells it.
type group struct {
	// The check, as KECS wrote it down.
	written string
	// The name of a container port, or its number.
	port string
}

// look begins to check the targets that came, and ends it for those that went or are checked
// otherwise now.
func (all *targets) look() error {
	var services struct {
		Items []service `json:"items"`
	}
	var pods struct {
		Items []*pod `json:"items"`
	}
	if err := list("services?labelSelector=app.kubernetes.io%2Fcomponent%3Dtarget-group&resourceVersion=0", &services); err != nil {
		return err
	}
	if err := list("pods?labelSelector=app.kubernetes.io%2Fcomponent%3Dservice&resourceVersion=0", &pods); err != nil {
		return err
	}
	groups := map[string]group{}
	for _, each := range services.Items {
		for gate := range each.Spec.Selector {
			if strings.HasPrefix(gate, gatePrefix) && len(each.Spec.Ports) > 0 {
				port := fmt.Sprint(each.Spec.Ports[0].TargetPort)
				groups[gate] = group{written: each.Metadata.Annotations[healthCheckAnnotation], port: port}
			}
		}
	}
	all.lock.Lock()
	defer all.lock.Unlock()
	remain := map[string]bool{}
	all.others = map[string]bool{}
	for _, each := range pods.Items {
		if each.Metadata.DeletionTimestamp != "" {
			continue
		}
		if len(each.Spec.ReadinessGates) == 0 && conditionOf(each, "Ready").Status == "True" {
			for label := range each.Metadata.Labels {
				all.others[label] = true
			}
		}
		for _, gate := range each.Spec.ReadinessGates {
			if of, isKnown := groups[gate.ConditionType]; isKnown {
				key := each.Metadata.UID + " " + gate.ConditionType
				remain[key] = true
				all.take(key, each, gate.ConditionType, of)
			}
		}
	}
	for key, gone := range all.byKey {
		if !remain[key] {
			gone.rest()
			delete(all.byKey, key)
		}
	}
	return nil
}

// take begins to check a target, unless it is checked in the same way already, or does not run.
// Every value is assigned by itself: Traefik's interpreter mixes up an assignment of several values
// one of which a function returns.
func (all *targets) take(key string, of *pod, gate string, by group) {
	host := of.Status.PodIP
	port, started := portOf(of, by.port)
	each := all.byKey[key]
	if each == nil {
		each = &target{pod: of.Metadata.Name, gate: gate, health: initial, told: conditionOf(of, gate)}
		each.resume(started)
		all.byKey[key] = each
	}
	each.told = conditionOf(of, gate)
	if host == "" || port == 0 || (each.started != "" && each.started != started) {
		each.restart()
	}
	each.started = started
	if host == "" || port == 0 {
		return
	}
	if each.stop != nil && each.written == by.written && each.host == host && each.port == port {
		return
	}
	each.rest()
	ctx, cancel := context.WithCancel(context.Background())
	each.written = by.written
	each.check = checkOf(by.written)
	each.host = host
	each.port = port
	each.stop = cancel
	go keepChecking(ctx, each.check, host, port, func(message string) { all.note(ctx, each, message) })
}

// note takes a result in, unless it is of a check that has ended meanwhile.
func (all *targets) note(ctx context.Context, t *target, message string) {
	all.lock.Lock()
	isNew := ctx.Err() == nil && t.note(message)
	all.lock.Unlock()
	if !isNew {
		return
	}
	select {
	case all.changed <- true:
	default:
	}
}

// tell lets Kubernetes know what changed, and gives up for this time with the first request that the
// API server does not answer well.
func (all *targets) tell() error {
	for _, each := range all.untold() {
		all.lock.Lock()
		condition := each.condition(all.opens(each))
		all.lock.Unlock()
		err := patchCondition(each.pod, condition)
		if err != nil && !errors.Is(err, errNotFound) {
			return err
		}
		all.lock.Lock()
		each.told = condition
		all.lock.Unlock()
	}
	return nil
}

// untold are the targets of which Kubernetes knows something else.
func (all *targets) untold() []*target {
	all.lock.Lock()
	defer all.lock.Unlock()
	found := []*target{}
	for _, each := range all.byKey {
		condition := each.condition(all.opens(each))
		told := each.told
		if condition.Status != told.Status || condition.Reason != told.Reason || condition.Message != told.Message {
			found = append(found, each)
		}
	}
	return found
}

// opens tells whether an unhealthy target gets requests all the same: where no target of its group
// is healthy, and each was checked. One that was never healthy stands back for those that were, or
// a deployment that works nowhere would take the place of one that fails for a moment.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
func (all *targets) opens(t *target) bool {
	if t.health != unhealthy || all.others[t.gate] {
		return false
	}
	for _, each := range all.byKey {
		if each.gate != t.gate || each.stop == nil {
			continue
		}
		if each.health != unhealthy || !each.check.FailsOpen || (each.proven && !t.proven) {
			return false
		}
	}
	return true
}

func patchCondition(name string, condition podCondition) error {
	condition.LastTransitionTime = time.Now().UTC().Format(time.RFC3339)
	patch, err := json.Marshal(map[string]interface{}{
		"status": map[string]interface{}{"conditions": []podCondition{condition}},
	})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), apiPatience)
	defer cancel()
	place := "pods/" + url.PathEscape(name) + "/status"
	body, err := callAPI(ctx, http.MethodPatch, place, "application/strategic-merge-patch+json", bytes.NewReader(patch))
	if err != nil {
		return err
	}
	// A connection is used again only where its answer was read.
	_, _ = io.Copy(io.Discard, body)
	return body.Close()
}

func list(path string, into interface{}) error {
	ctx, cancel := context.WithTimeout(context.Background(), apiPatience)
	defer cancel()
	return readAPI(ctx, path, into)
}

// portOf is the number of a container port that a Service goes by, and when its container started;
// 0 where there is none that runs.
func portOf(of *pod, port string) (int, string) {
	number, err := strconv.Atoi(port)
	containers := append(append([]podContainer{}, of.Spec.InitContainers...), of.Spec.Containers...)
	for _, each := range containers {
		for _, offered := range each.Ports {
			started := startOf(of, each.Name)
			isMeant := offered.Name == port || (err == nil && offered.ContainerPort == number)
			if isMeant && started != "" {
				return offered.ContainerPort, started
			}
		}
	}
	return 0, ""
}

func conditionOf(of *pod, kind string) podCondition {
	for _, condition := range of.Status.Conditions {
		if condition.Type == kind {
			return condition
		}
	}
	return podCondition{}
}

// startOf is when a container started; empty where it does not run.
func startOf(of *pod, container string) string {
	statuses := append(append([]containerStatus{}, of.Status.InitContainerStatuses...), of.Status.ContainerStatuses...)
	for _, each := range statuses {
		if each.Name == container && each.State.Running != nil {
			return each.State.Running.StartedAt
		}
	}
	return ""
}
