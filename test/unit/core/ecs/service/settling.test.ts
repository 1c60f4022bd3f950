import { settlingSeconds } from "../../../../../core/ecs/service/settling";
import { podTemplate } from "../../../../../core/ecs/pod/podTemplate";
import type { TaskModel } from "../../../../../core/ecs/pod/model";
import type { TargetModel } from "../../../../../core/ecs/pod/target";
import { CONNECTION } from "../../../../helpers/samples";
import { container, target, task } from "../../../../helpers/tasks";

const CHECK = { command: ["true"], interval: 5, timeout: 2, startPeriod: 0, retries: 3 };
const STICKY = { enabled: true, type: "lb_cookie" };

test.each<[string, number, TaskModel, readonly TargetModel[]]>([
  ["nothing checks", 10, task([container("web")]), []],
  ["a health check decides about", 0, task([container("web", { healthCheck: CHECK })]), []],
  [
    "the health check of a container that others wait for decides about",
    0,
    task([
      container("web", { dependsOn: [{ containerName: "db", condition: "HEALTHY" }] }),
      container("db", { healthCheck: CHECK }),
    ]),
    [],
  ],
  ["a target group checks", 0, task([container("web")]), [target()]],
  [
    "a target group does not check, though a container of KECS is checked",
    10,
    task([container("web")]),
    [target({ healthCheck: { enabled: false }, stickiness: STICKY })],
  ],
])("tasks that %s count after %i s", (_, expected, of, targets) => {
  const { spec } = podTemplate(of, {
    connection: { ...CONNECTION, traefikImage: "traefik:v3.7.13" },
    cluster: "main",
    service: "web",
    labels: {},
    annotations: {},
    targets,
    healthCheckGracePeriod: 0,
  });
  expect(settlingSeconds(spec)).toBe(expected);
});
