import type { EngineEvent } from "@pulumi/pulumi/automation";
import { stepOf, StepTracker } from "../../../../cli/engine/steps";

const COMMAND = "command:local:Command";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const INSTANCE = "urn:pulumi:dev::kecs::kecs:instance:KecsInstance";
const CLUSTER = `${INSTANCE}$${COMMAND}::myapp-cluster`;
const KUBECONFIG = `${INSTANCE}$${COMMAND}::myapp-kubeconfig`;
const TRAEFIK = `${INSTANCE}$kecs:instance:Traefik$${DEPLOYMENT}::myapp-traefik`;
const SAMPLE = `urn:pulumi:dev::kecs::kecs:ecs:EcsService$${DEPLOYMENT}::sample`;

const metadata = (urn: string, type: string, op: string) => ({ urn, type, op });
const before = (urn: string, type: string, op = "create") =>
  ({ resourcePreEvent: { metadata: metadata(urn, type, op) } }) as unknown as EngineEvent;
const after = (urn: string, type: string, op = "create") =>
  ({ resOutputsEvent: { metadata: metadata(urn, type, op) } }) as unknown as EngineEvent;

test("resources belong to the step that a user knows", () => {
  expect(stepOf(CLUSTER, COMMAND)).toBe("cluster");
  expect(stepOf(KUBECONFIG, COMMAND)).toBe("cluster");
  expect(stepOf(TRAEFIK, DEPLOYMENT)).toBe("traefik");
  expect(stepOf(SAMPLE, DEPLOYMENT)).toBe("application");
  expect(stepOf("urn:pulumi:dev::kecs::pulumi:pulumi:Stack::kecs-dev", "pulumi:pulumi:Stack")).toBe(
    undefined,
  );
  expect(stepOf(INSTANCE, "kecs:instance:KecsInstance")).toBe(undefined);
});

test("a first update tells of each step once, and of what it made", () => {
  const tracker = new StepTracker();
  const changes = [
    tracker.begin(),
    tracker.on(before(CLUSTER, COMMAND)),
    tracker.on(after(CLUSTER, COMMAND)),
    tracker.on(after(KUBECONFIG, COMMAND)),
    tracker.on(before(TRAEFIK, DEPLOYMENT)),
    tracker.on(before(SAMPLE, DEPLOYMENT)),
    tracker.on(after(TRAEFIK, DEPLOYMENT)),
    tracker.on(after(SAMPLE, DEPLOYMENT)),
    tracker.finish(),
  ].flat();
  expect(changes.map((change) => [change.kind, change.step])).toEqual([
    ["start", "program"],
    ["end", "program"],
    ["start", "cluster"],
    ["end", "cluster"],
    ["start", "traefik"],
    ["start", "application"],
    ["end", "traefik"],
    ["end", "application"],
  ]);
  expect(changes.filter(({ kind }) => kind === "end")).toContainEqual({
    kind: "end",
    step: "cluster",
    outcome: "created",
  });
  expect(tracker.changed).toBe(true);
});

test("an update without a change says so for each step", () => {
  const tracker = new StepTracker();
  tracker.begin();
  const changes = [
    tracker.on(after(CLUSTER, COMMAND, "same")),
    tracker.on(before(TRAEFIK, DEPLOYMENT, "same")),
    tracker.on(after(TRAEFIK, DEPLOYMENT, "same")),
  ].flat();
  expect(changes).toContainEqual({ kind: "end", step: "cluster", outcome: "unchanged" });
  expect(changes).toContainEqual({ kind: "end", step: "traefik", outcome: "unchanged" });
  expect(tracker.changed).toBe(false);
});

test("counts what was created, changed and removed", () => {
  const tracker = new StepTracker();
  tracker.on(before(SAMPLE, DEPLOYMENT));
  for (const op of ["create", "create", "update", "delete", "same"]) {
    tracker.on(after(SAMPLE, DEPLOYMENT, op));
  }
  expect(tracker.finish()).toEqual([
    { kind: "end", step: "application", outcome: "2 created, changed, removed" },
  ]);
});

test("a mistake in the program is not the cluster's: nothing was looked at", () => {
  const tracker = new StepTracker();
  expect(tracker.begin()).toEqual([
    { kind: "start", step: "program", what: "reading what it declares" },
  ]);
  expect(tracker.on(before(INSTANCE, "kecs:instance:KecsInstance"))).toEqual([]);
  expect(tracker.finish()).toEqual([{ kind: "end", step: "program", outcome: "read" }]);
});
