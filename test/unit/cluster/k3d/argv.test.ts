import * as argv from "../../../../cluster/k3d/argv";

test.each([
  ["k3d cluster stop kecs-shop", argv.stopCluster("shop")],
  ["k3d kubeconfig get kecs-shop", argv.getKubeconfig("shop")],
  [
    "docker inspect --type container --format {{.State.StartedAt}} k3d-kecs-shop-server-0",
    argv.containerStart("shop"),
  ],
  [
    "docker ps --all --filter label=k3d.cluster=kecs-shop --format {{.Names}}",
    argv.listContainers("shop"),
  ],
  ["docker network ls --filter name=^k3d-kecs-shop$ --format {{.Name}}", argv.listNetworks("shop")],
  [
    "docker volume ls --filter name=^k3d-kecs-shop-images$ --format {{.Name}}",
    argv.listVolumes("shop"),
  ],
])("runs %s", (line, made) => {
  expect(made.join(" ")).toBe(line);
});
