import {
  addressService,
  addressSlice,
  hostService,
  listenerService,
} from "../../../../../core/lb/inside/manifests";
import { insideAddress } from "../../../../../core/lb/inside/address";
import type { Listener } from "../../../../../core/lb/model";

const LB = { name: "shop" };
const LABELS = {
  "app.kubernetes.io/managed-by": "kecs",
  "app.kubernetes.io/component": "load-balancer",
  "kecs.dev/load-balancer": "shop",
};
const SKIP = { "pulumi.com/skipAwait": "true" };

test("a load balancer has an address, which one name of the cluster answers with", () => {
  expect(addressService(LB)).toEqual({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "alb-shop", namespace: "kecs", labels: LABELS, annotations: SKIP },
    spec: { type: "ClusterIP", clusterIP: "None" },
  });
  expect(addressSlice(LB)).toEqual({
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: {
      name: "alb-shop",
      namespace: "kecs",
      labels: {
        ...LABELS,
        "kubernetes.io/service-name": "alb-shop",
        "endpointslice.kubernetes.io/managed-by": "kecs.dev",
      },
    },
    addressType: "IPv4",
    endpoints: [{ addresses: [insideAddress("shop")], conditions: { ready: true } }],
  });
});

test("each of its host names leads to that one", () => {
  expect(hostService(LB, "shop.elb.amazonaws.com")).toEqual({
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: "sd-shop--elb--amazonaws--com",
      namespace: "kecs",
      labels: LABELS,
      annotations: { ...SKIP, "kecs.dev/dns-name": "shop.elb.amazonaws.com" },
    },
    spec: { type: "ExternalName", externalName: "alb-shop.kecs.svc.cluster.local" },
  });
});

const listener = (of: Partial<Listener>): Listener => ({
  port: 80,
  protocol: "HTTP",
  localPort: 8080,
  entryPoint: "alb-http",
  hosts: [],
  portMap: { 80: 8080, 443: 8443 },
  rules: [],
  defaultAction: { type: "fixed-response", statusCode: 200, messageBody: "" },
  ...of,
});
const way = { targetPort: "alb-http", protocol: "TCP" };

test("a listener takes its port there, and that of the Location of redirects", () => {
  expect(listenerService(LB, listener({}))).toEqual({
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: "alb-shop-80",
      namespace: "kecs-system",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "listener",
        "kecs.dev/load-balancer": "shop",
        "kecs.dev/listener-port": "80",
      },
      annotations: SKIP,
    },
    spec: {
      type: "ClusterIP",
      externalIPs: [insideAddress("shop")],
      externalTrafficPolicy: "Local",
      selector: { "app.kubernetes.io/name": "traefik" },
      ports: [
        { name: "listener", port: 80, ...way },
        { name: "local", port: 8080, ...way },
      ],
    },
  });
});

test.each([
  ["another listener's", { portMap: { 80: 8080, 443: 8443, 8080: 9000 } }],
  ["its own", { port: 8080, portMap: { 80: 80, 443: 8443, 8080: 8080 } }],
])("a local port that is %s is taken once", (_, of) => {
  const { ports } = listenerService(LB, listener(of)).spec;
  expect(ports).toEqual([{ name: "listener", port: listener(of).port, ...way }]);
});
