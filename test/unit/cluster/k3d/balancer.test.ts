import {
  BALANCER,
  CLUSTER_LABELS,
  PORTS,
  RELOAD,
  SERVER,
  STAMP,
  START,
  changes,
  docker,
  ensure,
  fail,
  type Found,
} from "../../../helpers/ensuredCluster";

const made = (...ports: string[]): string =>
  [
    `docker create --name ${BALANCER} --hostname ${BALANCER} --network k3d-kecs-myapp`,
    "--label-file FILE --restart unless-stopped --init --security-opt label=disable",
    "--volume k3d-kecs-myapp-images:/k3d/images --tmpfs /run --tmpfs /var/run",
    [...ports, "127.0.0.1:40001:6443"].map((port) => `--publish ${port}`).join(" "),
    "example.test/proxy:1",
  ].join(" ");
const ANEW = [`docker rm -f ${BALANCER}`, made(...PORTS), `docker cp - ${BALANCER}:/`];
const PROXY = { K3D_IMAGE_LOADBALANCER: "example.test/proxy:1" };
const cluster = (calls: readonly string[]): string[] =>
  changes(calls).map((call) => call.replace(/--label-file \S+/, "--label-file FILE"));

test.each<[string, Found]>([
  ["of another address or NodePort", { published: ["0.0.0.0:8080:30880", PORTS[1] ?? ""] }],
  ["that only begin alike", { published: ["127.0.0.1:80800:30880", "1127.0.0.1:8443:30443"] }],
  ["that are not wanted", { published: [...PORTS, "127.0.0.1:9000:30800"] }],
])("makes a load balancer with ports %s anew, and nothing else", async (_, found) => {
  const { code, calls } = await ensure(docker(found), [], PROXY);
  expect(code).toBe(0);
  expect(cluster(calls)).toEqual([...ANEW, RELOAD, STAMP]);
});

test("makes a lost load balancer again, with the labels of its cluster and where it leads", async () => {
  const keep = [
    {
      when: "create",
      then: 'while [ "$1" != --label-file ]; do shift; done; sort "$2" >&2; exit 1',
    },
    {
      when: "cp -",
      then: "tar -xOf - etc/confd/values.yaml >&2; exit 1",
    },
  ] as const;
  const lost: Found = { hasBalancer: false, running: [true, false] };
  const labels = await ensure(docker(lost, keep[0]), [], PROXY);
  const upstreams = await ensure(docker(lost, keep[1]), [], PROXY);
  expect(labels.stderr.split("\n").filter(Boolean)).toEqual(
    [
      ...CLUSTER_LABELS.filter((each) => !/role|api|epoch/.test(each)),
      "k3d.role=loadbalancer",
    ].sort(),
  );
  expect(upstreams.stderr).toBe(
    [
      "ports:",
      "  6443.tcp:",
      `  - ${SERVER}`,
      "  30443.tcp:",
      `  - ${SERVER}`,
      "  30880.tcp:",
      `  - ${SERVER}`,
      "settings:",
      "  workerConnections: 9",
      "",
    ].join("\n"),
  );
  const { code, calls } = await ensure(docker(lost), [], PROXY);
  expect(code).toBe(0);
  expect(cluster(calls)).toEqual([...ANEW, START, STAMP]);
});

test("tells which port was taken while it started", async () => {
  const taken = {
    when: "cluster start",
    then: fail("Bind for 127.0.0.1:8443 failed: port is already allocated"),
  };
  const { code, stderr } = await ensure(docker({ running: [false, false] }), [taken]);
  expect(code).toBe(1);
  expect(stderr).toBe(
    [
      "error KECS2006: kecs-myapp: local port 127.0.0.1:8443 was taken by another program meanwhile",
      "  hint: stop that program and start the instance again, or choose other ports: pulumi config set kecs:httpPort <port>",
      "",
    ].join("\n"),
  );
});
