import { probes } from "../../../../../core/ecs/pod/probes";
import { readinessProbe } from "../../../../../core/lb/targetGroup/manifests";
import type { Dependency } from "../../../../../core/ecs/pod/model";
import { container, target, task } from "../../../../helpers/tasks";

const healthCheck = {
  command: ["/bin/sh", "-c", "test -f $(HOME)/ready"],
  interval: 30,
  timeout: 5,
  startPeriod: 10,
  retries: 3,
};
const service = { service: "web", targets: [], healthCheckGracePeriod: 0 };
const once = { targets: [], healthCheckGracePeriod: 0 };
const exec = { exec: { command: ["/bin/sh", "-c", "test -f $$(HOME)/ready"] } };
const running = { ...exec, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 3 };
const starting = { ...exec, periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 100 };

const web = container("web", { healthCheck });
const side = container("web", { healthCheck, essential: false });
const waiting = (condition: Dependency["condition"]) =>
  container("last", { dependsOn: [{ containerName: "web", condition }] });

test("asks nothing without a check", () => {
  const plain = container("web");
  expect(probes(plain, task([plain]), service)).toEqual({});
});

test("holds an essential container of a service to its health check", () => {
  expect(probes(web, task([web]), service)).toEqual({
    startupProbe: starting,
    livenessProbe: running,
    readinessProbe: running,
  });
});

test("gives up on a container that others wait for when its time is over", () => {
  const slow = container("web", { healthCheck, startTimeout: 20 });
  const threshold = (last: ReturnType<typeof waiting>) =>
    probes(slow, task([slow, last]), service).startupProbe?.failureThreshold;
  expect(threshold(waiting("HEALTHY"))).toBe(20);
  expect(threshold(waiting("START"))).toBe(100);
  const endless = { ...slow, startTimeout: 0 };
  const patient = { ...slow, startTimeout: 200 };
  expect(probes(endless, task([endless, waiting("HEALTHY")]), service).startupProbe).toEqual(
    starting,
  );
  expect(probes(patient, task([patient, waiting("HEALTHY")]), service).startupProbe).toEqual(
    starting,
  );
});

test("counts no further than Kubernetes can", () => {
  const longest = { ...service, healthCheckGracePeriod: 2 ** 31 - 1 };
  expect(probes(web, task([web]), longest).startupProbe?.failureThreshold).toBe(2 ** 31 - 1);
});

test("leaves a container alone for the grace period of its service", () => {
  const { startupProbe } = probes(web, task([web]), { ...service, healthCheckGracePeriod: 60 });
  expect(startupProbe).toEqual({ ...starting, failureThreshold: 160 });
});

test("lets the first target group that Kubernetes checks decide about requests", () => {
  const first = target({ name: "a", protocolVersion: "GRPC" });
  const targets = [target({ name: "x" }, { containerName: "other" }), target(), first];
  expect(probes(web, task([web]), { ...service, targets })).toEqual({
    startupProbe: starting,
    livenessProbe: running,
    readinessProbe: readinessProbe(first.group, 80),
  });
});

test("goes by its own check where the target group switched its off", () => {
  const targets = [target({ healthCheck: { enabled: false } })];
  expect(probes(web, task([web]), { ...service, targets })).toHaveProperty(
    "readinessProbe",
    running,
  );
  const plain = container("web");
  expect(probes(plain, task([plain]), { ...service, targets })).toEqual({});
});

test.each([
  ["one that is not essential", side, service],
  ["one of a task that runs once", web, once],
])("checks %s for those that wait for it alone", (_, of, settings) => {
  expect(probes(of, task([of, waiting("START")]), settings)).toEqual({});
  expect(probes(of, task([of, waiting("HEALTHY")]), settings)).toEqual({ startupProbe: starting });
});

test("asks for requests of a container that is not essential all the same", () => {
  expect(
    probes(side, task([side]), { ...service, targets: [target({ protocolVersion: "HTTP2" })] }),
  ).toEqual({
    readinessProbe: readinessProbe({ protocolVersion: "HTTP2" }, 80),
  });
});
