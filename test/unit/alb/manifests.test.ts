import { idleTransport, idleTransportName } from "../../../components/alb/manifests";
import { digest } from "../../../components/internal/naming";
import { crdErrors } from "../../helpers/crd";

test("names the transport after the load balancer", () => {
  expect(idleTransportName("myapp-alb")).toBe("myapp-alb-idle");
  expect(idleTransportName("MyApp")).toBe(`myapp-idle-${digest("MyApp-idle", 8)}`);
});

test("gives a target ten seconds to be dialled and the idle timeout to answer", () => {
  const transport = idleTransport("myapp-alb", 4000);
  expect(transport).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "ServersTransport",
    metadata: {
      name: "myapp-alb-idle",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "load-balancer",
        "kecs.dev/load-balancer": "myapp-alb",
      },
    },
    spec: { forwardingTimeouts: { dialTimeout: "10s", responseHeaderTimeout: "4000s" } },
  });
  expect(crdErrors(transport)).toEqual([]);
});
