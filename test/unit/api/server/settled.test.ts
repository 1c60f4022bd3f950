import { isSettled } from "../../../../api/server/settled";

const service = (more: object) => ({
  services: [{ status: "ACTIVE", desiredCount: 3, runningCount: 3, deployments: [{}], ...more }],
});

test.each<[string, object]>([
  ["a stable service", service({})],
  ["an ended service", service({ status: "INACTIVE", runningCount: 1 })],
  ["no service at all", { services: [] }],
  ["tasks that run", { tasks: [{ lastStatus: "RUNNING", desiredStatus: "RUNNING" }] }],
  ["tasks that have stopped", { tasks: [{ lastStatus: "STOPPED", desiredStatus: "STOPPED" }] }],
  ["healthy targets", { TargetHealthDescriptions: [{ TargetHealth: { State: "healthy" } }] }],
  [
    "targets that nobody uses",
    { TargetHealthDescriptions: [{ TargetHealth: { State: "unused" } }] },
  ],
  ["load balancers", { LoadBalancers: [{}] }],
])("%s will stay so", (_, output) => {
  expect(isSettled(output)).toBe(true);
});

test.each<[string, object]>([
  ["a service with too few tasks", service({ runningCount: 2 })],
  ["a service between two deployments", service({ deployments: [{}, {}] })],
  ["a task that starts", { tasks: [{ lastStatus: "PENDING", desiredStatus: "RUNNING" }] }],
  ["a task that stops", { tasks: [{ lastStatus: "RUNNING", desiredStatus: "STOPPED" }] }],
  ["a target group without targets", { TargetHealthDescriptions: [] }],
  ["new targets", { TargetHealthDescriptions: [{ TargetHealth: { State: "initial" } }] }],
])("%s will change", (_, output) => {
  expect(isSettled(output)).toBe(false);
});
