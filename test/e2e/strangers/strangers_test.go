package albaction

import (
	"encoding/json"
	"encoding/pem"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

const stranger = "10.42.0.99"

// asked counts what the API server was asked; its lock guards what the server has.
var (
	listed, read atomic.Int64
	serverLock   sync.Mutex
	addresses    map[string]string
)

// TestMain runs the tests beside an API server that has the pods of addresses.
func TestMain(m *testing.M) {
	server := httptest.NewTLSServer(http.HandlerFunc(answerAPI))
	authority := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	for name, text := range map[string][]byte{"ca.crt": authority, "token": []byte("t")} {
		if err := os.WriteFile(accountFolder+name, text, 0o600); err != nil {
			panic(err)
		}
	}
	at, _ := url.Parse(server.URL)
	os.Setenv("KUBERNETES_SERVICE_HOST", at.Hostname())
	os.Setenv("KUBERNETES_SERVICE_PORT", at.Port())
	os.Exit(m.Run())
}

func answerAPI(answer http.ResponseWriter, request *http.Request) {
	serverLock.Lock()
	defer serverLock.Unlock()
	name, isOne := strings.CutPrefix(request.URL.Path, "/api/v1/namespaces/kecs/pods/")
	if isOne {
		read.Add(1)
		address, present := addresses[name]
		if !present {
			answer.WriteHeader(http.StatusNotFound)
			return
		}
		_ = json.NewEncoder(answer).Encode(podDocument(name, address))
		return
	}
	listed.Add(1)
	items := []interface{}{}
	for name, address := range addresses {
		if strings.HasPrefix(request.URL.Query().Get("fieldSelector"), "status.podIP="+address+",") {
			items = append(items, podDocument(name, address))
		}
	}
	_ = json.NewEncoder(answer).Encode(map[string]interface{}{"items": items})
}

func podDocument(name string, address string) map[string]interface{} {
	return map[string]interface{}{
		"metadata": map[string]interface{}{"name": name},
		"status":   map[string]interface{}{"podIP": address},
	}
}

// ask is a request of a stranger's for the metadata of a task, and its status.
func ask(path string) int {
	request := httptest.NewRequest(http.MethodGet, path, nil)
	request.RemoteAddr = stranger + ":1234"
	answer := httptest.NewRecorder()
	metadata().ServeHTTP(answer, request)
	return answer.Code
}

func TestWhatAStrangerCosts(t *testing.T) {
	cases := []struct {
		name   string
		pods   map[string]string
		path   string
		listed int64
		read   int64
	}{
		{"a path that is none", nil, "/v4/web", 0, 0},
		{"a document that there is not", nil, "/v4/web/app/credentials", 0, 0},
		{"a task of its own, another's document", map[string]string{"web": "10.42.0.7", "mine": stranger}, "/v4/web/app/task", 1, 0},
		{"no task, and a task that there is not", map[string]string{"web": "10.42.0.7"}, "/v4/none/app", 1, 1},
		{"no task, and another's", map[string]string{"web": "10.42.0.7"}, "/v4/web/app", 1, 1},
		{"no task, and one without an address", map[string]string{"web": ""}, "/v4/web/app", 1, 8},
	}
	for _, of := range cases {
		t.Run(of.name, func(t *testing.T) {
			has(of.pods)
			if status := ask(of.path); status != http.StatusNotFound {
				t.Errorf("answered %d", status)
			}
			expect(t, of.listed, of.read)
		})
	}
}

func TestStrangersWaitTogether(t *testing.T) {
	const crowd = 50
	has(map[string]string{"web": ""})
	var all sync.WaitGroup
	for i := 0; i < crowd; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			ask("/v4/web/app")
		}()
	}
	all.Wait()
	expect(t, crowd, 8)
}

func has(pods map[string]string) {
	serverLock.Lock()
	defer serverLock.Unlock()
	addresses = pods
	listed.Store(0)
	read.Store(0)
}

func expect(t *testing.T, lists int64, reads int64) {
	t.Helper()
	got := fmt.Sprintf("%d lists, %d pods", listed.Load(), read.Load())
	if wanted := fmt.Sprintf("%d lists, %d pods", lists, reads); got != wanted {
		t.Errorf("the API server was asked for %s, not %s", got, wanted)
	}
}
