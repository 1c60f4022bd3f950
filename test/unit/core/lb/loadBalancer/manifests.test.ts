import {
  idleTransportName,
  tlsTransportName,
  transports,
} from "../../../../../core/lb/loadBalancer/manifests";
import { digest } from "../../../../../core/naming";
import { crdErrors } from "../../../../helpers/crd";

const made = transports({ name: "myapp-alb", attributes: { idleTimeout: 4000 } });

test("names the transports after the load balancer", () => {
  expect(idleTransportName("myapp-alb")).toBe("myapp-alb-idle");
  expect(tlsTransportName("myapp-alb")).toBe("myapp-alb-idle-tls");
  expect(idleTransportName("MyApp")).toBe(`myapp-idle-${digest("MyApp-idle", 8)}`);
  expect(tlsTransportName("MyApp")).toBe(`myapp-idle-tls-${digest("MyApp-idle-tls", 8)}`);
});

const object = (name: string, spec: object) => ({
  apiVersion: "traefik.io/v1alpha1",
  kind: "ServersTransport",
  metadata: {
    name,
    namespace: "kecs",
    labels: {
      "app.kubernetes.io/managed-by": "kecs",
      "app.kubernetes.io/component": "load-balancer",
      "kecs.dev/load-balancer": "myapp-alb",
    },
  },
  spec,
});
const forwardingTimeouts = { dialTimeout: "10s", responseHeaderTimeout: "4000s" };

test("gives a target ten seconds to be dialled and the idle timeout to answer", () => {
  expect(made.plain).toEqual(object("myapp-alb-idle", { forwardingTimeouts }));
});

test("takes any certificate of a target that speaks HTTPS", () => {
  expect(made.tls).toEqual(
    object("myapp-alb-idle-tls", { forwardingTimeouts, insecureSkipVerify: true }),
  );
});

test.each(Object.values(made))("makes what Traefik's definitions know: %j", (transport) => {
  expect(crdErrors(transport)).toEqual([]);
});
