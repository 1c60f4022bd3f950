import { drain } from "../../../../../core/ecs/pod/drain";
import { container, target, task } from "../../../../helpers/tasks";

const web = task([container("web")]);
const sticky = target({ stickiness: { type: "lb_cookie" } });

test.each([
  ["without cookies", [target()]],
  [
    "with cookies that are switched off",
    [target({ stickiness: { type: "lb_cookie", enabled: false } })],
  ],
  ["of no target group", []],
])("adds nothing to a task %s", (_, targets) => {
  expect(drain(web, targets, "traefik:v3")).toEqual([]);
});

test("adds nothing where the instance did not say what it has", () => {
  expect(drain(web, [sticky], undefined)).toEqual([]);
});

test("adds a container that ends at once, is asked for that each second, and may answer late", () => {
  const [added] = drain(web, [target(), sticky], "traefik:v3");
  expect(added).not.toHaveProperty("lifecycle");
  expect(added).toMatchObject({
    name: "kecs-drain",
    image: "traefik:v3",
    securityContext: {
      runAsNonRoot: true,
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
    },
    readinessProbe: {
      httpGet: { path: "/ping", port: 18099, scheme: "HTTP" },
      periodSeconds: 1,
      timeoutSeconds: 30,
      failureThreshold: 1,
    },
  });
});

test("listens on a port that no container of the task has", () => {
  const ports = [18099, 18100].map((containerPort) => ({
    containerPort,
    protocol: "tcp" as const,
  }));
  const [added] = drain(task([container("web", { ports })]), [sticky], "traefik:v3");
  expect(added?.args[0]).toBe("--entryPoints.drain.address=:18101");
  expect(added?.readinessProbe.httpGet.port).toBe(18101);
});
