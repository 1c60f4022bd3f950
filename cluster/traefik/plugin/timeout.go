package albaction

import (
	"net/http"
	"time"
)

// headerTimeout is how long the headers of a request may take: AWS's idle timeout of a load balancer
// that sets none.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
const headerTimeout = 60 * time.Second

// limitHeaders lets a server end connections whose headers do not come. Traefik has one setting for
// headers and body together, which would end long uploads as well. So the first request of a server
// sets the one for headers, which the server looks up for each later one.
func limitHeaders(request *http.Request) {
	server, ok := request.Context().Value(http.ServerContextKey).(*http.Server)
	if ok && server.ReadHeaderTimeout == 0 {
		server.ReadHeaderTimeout = headerTimeout
	}
}
