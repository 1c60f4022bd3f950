package albaction

import (
	"context"
	"sync"
	"time"
)

// A pod's own address can come to the API server a moment after its first container has started.
const (
	addressPatience   = 5 * time.Second
	firstAddressPause = 50 * time.Millisecond
)

// addressWait is one wait for a pod's address, which all requests for that pod share.
type addressWait struct {
	done  chan struct{}
	found *pod
	err   error
}

var (
	addressLock  sync.Mutex
	addressWaits = map[string]*addressWait{}
)

// withAddress is a pod that has an address, or has had time enough to get one.
func withAddress(ctx context.Context, name string) (*pod, error) {
	addressLock.Lock()
	wait, present := addressWaits[name]
	if !present {
		wait = &addressWait{done: make(chan struct{})}
		addressWaits[name] = wait
		go fulfil(wait, name)
	}
	addressLock.Unlock()
	select {
	case <-wait.done:
		return wait.found, wait.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func fulfil(wait *addressWait, name string) {
	wait.found, wait.err = awaitAddress(name)
	addressLock.Lock()
	delete(addressWaits, name)
	addressLock.Unlock()
	close(wait.done)
}

// awaitAddress asks at growing intervals: eight times at most.
func awaitAddress(name string) (*pod, error) {
	ctx, cancel := context.WithTimeout(context.Background(), addressPatience+apiPatience)
	defer cancel()
	waited := time.Duration(0)
	for pause := firstAddressPause; ; pause *= 2 {
		found, err := readPod(ctx, name)
		if err != nil || found.Status.PodIP != "" || waited >= addressPatience {
			return found, err
		}
		if waited+pause > addressPatience {
			pause = addressPatience - waited
		}
		time.Sleep(pause)
		waited += pause
	}
}
