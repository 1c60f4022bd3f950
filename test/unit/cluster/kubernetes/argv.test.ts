import { spawnSync } from "node:child_process";
import * as argv from "../../../../cluster/kubernetes/argv";

const inNode = "docker exec k3d-kecs-shop-server-0";

test.each([
  [`${inNode} kubectl get deployments,endpointslices,pods -A -o json`, argv.getWorkloads("shop")],
  [`${inNode} kubectl get pods,secrets -n kecs -o json`, argv.getPods("shop", "kecs")],
  [
    `${inNode} kubectl get deployments,cronjobs,jobs,configmaps,pods,secrets -n kecs -o json`,
    argv.getTasks("shop"),
  ],
  [
    `${inNode} kubectl get configmaps -n kecs -l kecs.dev/record=svc -o json`,
    argv.getServiceRecords("shop"),
  ],
  [
    `${inNode} kubectl logs -n kecs front-1 -c web --timestamps`,
    argv.containerLogs("shop", "front-1", "web", {}),
  ],
  [
    `${inNode} kubectl logs -n kecs front-1 -c web --timestamps --since=10m --since-time=t --tail=0`,
    argv.containerLogs("shop", "front-1", "web", { since: "10m", sinceTime: "t", tail: 0 }),
  ],
  [
    "docker exec -i k3d-kecs-shop-server-0 kubectl exec -i -n kecs front-1 -c web -- ls -l",
    argv.execInContainer("shop", "front-1", "web", ["ls", "-l"], false),
  ],
  [
    "docker exec -it k3d-kecs-shop-server-0 kubectl exec -it -n kecs front-1 -c web -- /bin/sh",
    argv.execInContainer("shop", "front-1", "web", ["/bin/sh"], true),
  ],
])("runs %s", (line, made) => {
  expect(made.join(" ")).toBe(line);
});

test.each([
  [
    argv.followedLogs("shop", "front-1", "web", { tail: 5 }),
    "logs -n kecs front-1 -c web --timestamps --tail=5 --follow",
  ],
  [argv.watchedTasks("shop"), "get pods -n kecs --watch -o name"],
])("waits in the node for the end of its input: %#", (made, args) => {
  expect(made.slice(0, 6).join(" ")).toBe("docker exec -i k3d-kecs-shop-server-0 sh -c");
  expect(made.slice(8).join(" ")).toBe(args);
});

test("the end of the input ends kubectl in the node", () => {
  const [, , , , , , script = ""] = argv.watchedTasks("shop");
  const ended = spawnSync("sh", ["-c", `kubectl() { exec sleep 600; }\n${script}`], {
    timeout: 120_000,
  });
  expect(ended.signal).toBeNull();
});
