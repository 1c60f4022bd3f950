import { digest } from "../../../components/internal/naming";
import {
  readinessProbe,
  targetGroupLabel,
  targetGroupManifest,
  targetGroupService,
  targetPortName,
} from "../../../components/targetGroup/manifests";

test("is a Service that selects the pods of every attached service", () => {
  expect(targetGroupManifest("web", 8000)).toEqual({
    metadata: {
      name: "tg-web",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "target-group",
        "kecs.dev/target-group": "web",
      },
      annotations: { "pulumi.com/skipAwait": "true" },
    },
    spec: {
      type: "ClusterIP",
      selector: { "kecs.dev/tg-web": "true" },
      ports: [{ name: "http", port: 8000, targetPort: `tg-${digest("web", 8)}`, protocol: "TCP" }],
    },
  });
});

test("names Service, label and port so that Kubernetes takes them, whatever AWS allows", () => {
  const name = "A".repeat(32);
  expect(targetGroupService(name)).toMatch(/^tg-a{32}-[0-9a-f]{8}$/);
  expect(targetGroupLabel(name)).toMatch(/^kecs\.dev\/tg-a{32}-[0-9a-f]{8}$/);
  // At most 15 characters, with a letter.
  expect(targetPortName(name)).toMatch(/^tg-[0-9a-f]{8}$/);
});

test("checks health with a GET of / each second unless told otherwise", () => {
  expect(readinessProbe("web", {})).toEqual({
    httpGet: { path: "/", port: targetPortName("web") },
    periodSeconds: 1,
    timeoutSeconds: 5,
    failureThreshold: 2,
    successThreshold: 1,
  });
});

test("checks health as it was told", () => {
  expect(
    readinessProbe("web", { path: "/h", interval: 30, timeout: 6, unhealthyThreshold: 3 }),
  ).toEqual({
    httpGet: { path: "/h", port: targetPortName("web") },
    periodSeconds: 30,
    timeoutSeconds: 6,
    failureThreshold: 3,
    successThreshold: 1,
  });
});
