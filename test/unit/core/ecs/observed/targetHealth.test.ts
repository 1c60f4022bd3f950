import { isReady } from "../../../../../core/ecs/observed/isReady";
import type { Condition, Pod } from "../../../../../core/ecs/observed/kubernetesObjects";
import { podDiagnoses } from "../../../../../core/ecs/observed/podDiagnosis";
import { targetFault, targetHealths } from "../../../../../core/ecs/observed/targetHealth";

const GATE = "kecs.dev/tg-web";

/** A running task behind the target group `web`. */
const task = (reason?: string, message = ""): Pod => {
  const isTrue = reason === "Healthy" || reason === "UnhealthyFailOpen";
  const status = isTrue ? "True" : "False";
  const gate: Condition[] = reason === undefined ? [] : [{ type: GATE, status, reason, message }];
  return {
    metadata: {
      name: "web-1",
      annotations: { "kubectl.kubernetes.io/default-container": "app" },
    },
    spec: { containers: [{ name: "app" }], readinessGates: [{ conditionType: GATE }] },
    status: {
      phase: "Running",
      conditions: [{ type: "Ready", status }, ...gate],
      containerStatuses: [{ name: "app", ready: true, state: { running: {} } }],
    },
  };
};

test.each<[string | undefined, string, boolean]>([
  ["Healthy", "healthy", true],
  ["Unhealthy", "unhealthy", false],
  ["UnhealthyFailOpen", "unhealthy", false],
  ["Initial", "initial", false],
  [undefined, "initial", false],
])("reads the reason %p as %s", (reason, state, ready) => {
  expect(targetHealths(task(reason)).map((of) => of.state)).toEqual([state]);
  expect(isReady(task(reason))).toBe(ready);
});

test("says which target group finds what, and in whose log there is more", () => {
  expect(podDiagnoses(task("Unhealthy", "answers 404 instead of 200"), 0)).toEqual([
    {
      pod: "web-1",
      container: "app",
      what: "target group web: answers 404 instead of 200",
      isFailure: false,
      hasEnded: false,
    },
  ]);
  expect(targetFault(task())).toBe("target group web: the first check is not over");
  expect(targetFault(task("Healthy"))).toBeUndefined();
});

test("has nothing to say of gates that are none of a target group", () => {
  expect(targetHealths({ spec: { readinessGates: [{ conditionType: "example.org/x" }] } })).toEqual(
    [],
  );
});
