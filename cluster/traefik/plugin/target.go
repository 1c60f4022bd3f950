package albaction

import (
	"context"
	"encoding/json"
	"strings"
	"time"
)

const (
	gatePrefix            = "kecs.dev/tg-"
	healthCheckAnnotation = "kecs.dev/health-check"
)

// The states of a target. Kubernetes is told them as the reason of a condition; that of an unhealthy
// target says besides whether it was never healthy, and whether it gets requests all the same.
const (
	initial     = "Initial"
	healthy     = "Healthy"
	unhealthy   = "Unhealthy"
	neverBefore = "New"
	failsOpen   = "FailOpen"
)

// target is a task in a target group. The lock of its targets guards all of it that changes.
type target struct {
	pod  string
	gate string

	// What is checked, and how; the check as it was written down, too.
	host    string
	port    int
	check   healthCheck
	written string
	// When the container started that is checked.
	started string
	// Ends the checking; nil while there is nothing to check.
	stop context.CancelFunc

	health  string
	message string
	// Whether it was ever healthy.
	proven bool
	// Results in a row that speak against its health.
	contrary int
	// What Kubernetes was told last, or has from the Traefik before.
	told podCondition
}

// note takes the result of a check in, and tells whether anything about the target changed.
// The first good result makes a new target healthy; later changes take a threshold.
func (t *target) note(message string) bool {
	before, said := t.health, t.message
	isGood := message == ""
	if t.health != initial && isGood == (t.health == healthy) {
		t.contrary = 0
	} else {
		t.contrary++
	}
	switch {
	case isGood && (t.health == initial || t.contrary >= t.check.HealthyThreshold):
		t.health = healthy
		t.proven = true
		t.contrary = 0
	case !isGood && t.health != unhealthy && t.contrary >= t.check.UnhealthyThreshold:
		t.health = unhealthy
		t.contrary = 0
	}
	if t.health == healthy {
		t.message = ""
	} else if !isGood {
		t.message = message
	}
	return before != t.health || said != t.message
}

// condition is what Kubernetes is to know of the target; only an unhealthy one can be open.
func (t *target) condition(isOpen bool) podCondition {
	condition := podCondition{Type: t.gate, Status: "False", Reason: t.health, Message: t.message}
	if t.health == unhealthy && !t.proven {
		condition.Reason += neverBefore
	}
	if isOpen {
		condition.Reason += failsOpen
	}
	if isOpen || t.health == healthy {
		condition.Status = "True"
	}
	return condition
}

// restart makes the target a new one: what is known is of a container that is gone.
func (t *target) restart() {
	t.rest()
	t.health = initial
	t.message = ""
	t.proven = false
	t.contrary = 0
}

// resume takes over what an earlier Traefik found out, unless the container has started since then.
func (t *target) resume(started string) {
	if started > t.told.LastTransitionTime {
		return
	}
	t.health = healthBefore(t.told.Reason)
	t.proven = t.health != initial && !strings.Contains(t.told.Reason, neverBefore)
	t.message = t.told.Message
}

// rest ends the checking.
func (t *target) rest() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

// keepChecking checks a target until it is no longer one.
func keepChecking(ctx context.Context, check healthCheck, host string, port int, note func(message string)) {
	for {
		message := examine(ctx, check, host, port)
		if ctx.Err() != nil {
			return
		}
		note(message)
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Duration(check.Interval) * time.Second):
		}
	}
}

// healthBefore is the health that a reason tells.
func healthBefore(reason string) string {
	switch {
	case reason == healthy:
		return healthy
	case strings.HasPrefix(reason, unhealthy):
		return unhealthy
	default:
		return initial
	}
}

// checkOf reads a target group's check. A group that an earlier KECS made has none written down,
// and gets that which AWS gives without being told.
func checkOf(written string) healthCheck {
	check := healthCheck{
		By: "http", Scheme: "http", Path: "/", Matcher: "200",
		Interval: 1, Timeout: 5, HealthyThreshold: 5, UnhealthyThreshold: 2, FailsOpen: true,
	}
	if written != "" {
		_ = json.Unmarshal([]byte(written), &check)
	}
	if check.Interval < 1 {
		check.Interval = 1
	}
	if check.Timeout < 1 {
		check.Timeout = 1
	}
	return check
}
