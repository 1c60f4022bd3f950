import {
  BALANCER,
  SERVER,
  STAMP,
  START,
  changes,
  docker,
  ensure,
  type Found,
} from "../../../helpers/ensuredCluster";

test.each<[string, Found, string[]]>([
  [
    "connects a node that lost its network, and starts all of it again",
    { networks: ["", "n1"] },
    [`docker network connect k3d-kecs-myapp ${SERVER}`],
  ],
  [
    "makes a network again that somebody removed",
    { networks: ["n0", "n0"], hasNetwork: false },
    [
      "docker network create --label app=k3d --opt com.docker.network.bridge.enable_ip_masquerade=true --subnet 172.18.0.0/16 --gateway 172.18.0.1 k3d-kecs-myapp",
      `docker network connect k3d-kecs-myapp ${SERVER}`,
      `docker network connect k3d-kecs-myapp ${BALANCER}`,
    ],
  ],
])("%s", async (_, found, expected) => {
  const { code, calls } = await ensure(docker({ ...found, running: [false, false] }));
  expect(code).toBe(0);
  expect(changes(calls).filter((call) => !call.includes("disconnect"))).toEqual([
    ...expected,
    `docker stop ${BALANCER} ${SERVER}`,
    START,
    STAMP,
  ]);
});
