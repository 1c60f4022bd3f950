import {
  metadataMiddleware,
  metadataRoute,
  metadataService,
} from "../../../../cluster/traefik/metadata";
import { crdErrors } from "../../../helpers/crd";

const LABELS = {
  "app.kubernetes.io/managed-by": "kecs",
  "app.kubernetes.io/component": "metadata",
};
const SELECTOR = { "app.kubernetes.io/name": "traefik" };
const inWorkloads = { name: "ecs-metadata", namespace: "kecs", labels: LABELS };

test("is reached by tasks alone: no port of the machine leads to a ClusterIP", () => {
  expect(metadataService(SELECTOR)).toEqual({
    metadata: {
      name: "ecs-metadata",
      namespace: "kecs-system",
      labels: LABELS,
      annotations: { "pulumi.com/skipAwait": "true" },
    },
    spec: {
      type: "ClusterIP",
      selector: SELECTOR,
      ports: [{ name: "http", port: 80, targetPort: 51679, protocol: "TCP" }],
    },
  });
});

test("lets the plugin answer every path of version 4", () => {
  const middleware = metadataMiddleware();
  expect(middleware).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "Middleware",
    metadata: inWorkloads,
    spec: { plugin: { albaction: { mode: "metadata" } } },
  });
  const route = metadataRoute();
  expect(route).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: inWorkloads,
    spec: {
      entryPoints: ["metadata"],
      routes: [
        {
          kind: "Rule",
          match: "PathPrefix(`/v4/`)",
          middlewares: [{ name: "ecs-metadata" }],
          services: [{ kind: "TraefikService", name: "noop@internal" }],
        },
      ],
    },
  });
  expect([...crdErrors(middleware), ...crdErrors(route)]).toEqual([]);
});
