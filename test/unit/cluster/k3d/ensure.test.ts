import { ENSURE_SCRIPT } from "../../../../cluster/k3d/scripts";
import { archiveOf, runScript, type Answer } from "../../../helpers/fakePrograms";

const SERVER = "k3d-kecs-myapp-server-0";
const BALANCER = "k3d-kecs-myapp-serverlb";
const PORTS = ["127.0.0.1:8080:30880", "127.0.0.1:8443:30443"];
const CONFIG =
  '{"kind":"Simple","name":"it\'s $HOME","configOverrides":["settings.workerConnections=9"]}';
const OWNER = "kecs/dev@file:///home/me";
const OTHER = "shop/dev@file:///home/you";
const ENV = {
  KECS_CLUSTER: "kecs-myapp",
  KECS_EPOCH: "e1",
  KECS_GENERATION: "g1",
  KECS_IMAGE: "rancher/k3s:v1",
  KECS_OWNER: OWNER,
  KECS_PORTS: PORTS.join(" "),
  ...{ K3D_HELPER_IMAGE_TAG: "", K3D_IMAGE_LOADBALANCER: "", K3D_IMAGE_TOOLS: "" },
};

const BINDINGS =
  "{{range $port, $to := .HostConfig.PortBindings}}{{range $to}}{{.HostIp}}:{{.HostPort}}:{{$port}} {{end}}{{end}}";
const inspect = (template: string, container: string) =>
  `inspect --type container -f ${template} ${container}`;
const LABELS = inspect(
  '{{index .Config.Labels "kecs.dev/epoch"}}|{{index .Config.Labels "kecs.dev/owner"}}',
  SERVER,
);
const say = (text: string) => `echo '${text}'`;
const fail = (text: string) => `echo '${text}' >&2; exit 1`;
const ABSENT = fail("Error: No such container: x");
const NO_FILE = fail("Error response from daemon: Could not find the file /x in container y");

const STOPPED_AGENTS =
  "ps -aq --filter label=k3d.cluster=kecs-myapp --filter label=k3d.role=agent --filter status=exited";

interface Found {
  readonly clusterIdentifier?: string;
  readonly owner?: string;
  /** What the node says of its owner, beside the label. */
  readonly takenOverBy?: string;
  readonly hasBalancer?: boolean;
  readonly running?: readonly [server: boolean, balancer: boolean];
  readonly stamped?: boolean;
  readonly published?: readonly string[];
  /** The network's id of each container; by default that of the network that is there. */
  readonly networks?: readonly [server: string, balancer: string];
  readonly hasNetwork?: boolean;
}

const CLUSTER_LABELS = [
  "app=k3d",
  "k3d.cluster=kecs-myapp",
  "k3d.cluster.imageVolume=k3d-kecs-myapp-images",
  "k3d.cluster.network=k3d-kecs-myapp",
  "k3d.role=server",
  "k3d.server.api.port=40001",
  "k3d.server.loadbalancer=k3d-kecs-myapp-serverlb",
  "k3d.version=v5.8.3",
  "kecs.dev/epoch=e1",
  `kecs.dev/owner=${OWNER}`,
];
const label = (name: string): string => `{{index .Config.Labels "${name}"}}`;
const NETWORK_OF = '{{with index .NetworkSettings.Networks "k3d-kecs-myapp"}}{{.NetworkID}}{{end}}';
const withRole = (role: string): string =>
  `ps -a --filter label=k3d.cluster=kecs-myapp --filter label=k3d.role=${role}`;

/** What docker says of a cluster in this state; by default a healthy one of cluster identifier e1. */
function docker(found: Found | "nothing", ...special: Answer[]): Answer[] {
  if (found === "nothing") return [...special, { when: "inspect", then: ABSENT }];
  const {
    clusterIdentifier = "e1",
    owner = OWNER,
    hasBalancer = true,
    running = [true, true],
  } = found;
  const { stamped = true, takenOverBy, networks = ["n1", "n1"], hasNetwork = true } = found;
  const published = (found.published ?? PORTS).map((port) => `${port}/tcp`).join(" ");
  return [
    ...special,
    { when: "ps -aq --filter label=k3d.cluster=kecs-myapp --filter status=paused", then: ":" },
    { when: STOPPED_AGENTS, then: ":" },
    { when: "ps -aq --filter label=k3d.cluster=kecs-myapp", then: "printf 'c1\\nc2\\n'" },
    { when: LABELS, then: say(`${clusterIdentifier}|${owner}`) },
    {
      when: inspect(
        `${label("k3d.cluster.network")} ${label("k3d.cluster.network.iprange")}`,
        SERVER,
      ),
      then: say("k3d-kecs-myapp 172.18.0.0/16"),
    },
    {
      when: inspect(
        `${label("k3d.cluster.network")} ${label("k3d.cluster.imageVolume")} ${label("k3d.server.api.port")}`,
        SERVER,
      ),
      then: say("k3d-kecs-myapp k3d-kecs-myapp-images 40001"),
    },
    {
      when: inspect(
        '{{range $name, $value := .Config.Labels}}{{println (printf "%s=%s" $name $value)}}{{end}}',
        SERVER,
      ),
      then: say(CLUSTER_LABELS.join("\n")),
    },
    { when: "network ls -q --filter name=^k3d-kecs-myapp$", then: hasNetwork ? "echo n1" : ":" },
    { when: "network inspect", then: "echo n1" },
    { when: inspect(NETWORK_OF, SERVER), then: say(networks[0]) },
    { when: inspect(NETWORK_OF, BALANCER), then: say(networks[1]) },
    { when: withRole("server"), then: say(SERVER) },
    { when: withRole("loadbalancer"), then: hasBalancer ? say(BALANCER) : ":" },
    { when: inspect("{{.State.Running}}", SERVER), then: say(String(running[0])) },
    { when: inspect("{{.State.Running}}", BALANCER), then: say(String(running[1])) },
    {
      when: inspect(BINDINGS, BALANCER),
      then: hasBalancer ? say(`${published} 127.0.0.1:40001:6443/tcp `) : ABSENT,
    },
    { when: `cp ${SERVER}:/kecs-generation `, then: stamped ? archiveOf("g0") : NO_FILE },
    {
      when: `cp ${SERVER}:/kecs-owner `,
      then: takenOverBy === undefined ? NO_FILE : archiveOf(takenOverBy),
    },
  ];
}

const ensure = (
  dockerSays: readonly Answer[],
  k3dSays: readonly Answer[] = [],
  env = {},
  files: Readonly<Record<string, string>> = {},
) =>
  runScript(
    ENSURE_SCRIPT,
    { docker: dockerSays, k3d: k3dSays, sleep: [] },
    { ...ENV, ...env },
    CONFIG,
    files,
  );

/** The calls that change something; looking is free. */
const changes = (calls: readonly string[]) =>
  calls
    .filter(
      (call) => !/^docker ((image |network )?inspect|cp k3d-|ps|volume ls|network ls)/.test(call),
    )
    .filter((call) => !/readyz|^sleep|^k3d version/.test(call))
    .map((call) => call.replace(/--config .*/, "--config FILE"));

const STAMP = `docker exec -i ${SERVER} sh -c cat >/kecs-generation`;
const SWEEP = "docker rm -f -v c1 c2";
const SWEPT = [SWEEP, "docker network rm n1"];
const ADOPT = `docker exec -i ${SERVER} sh -c cat >/kecs-owner`;
const CREATE = "k3d cluster create --config FILE";
const RELOAD = `docker exec ${BALANCER} nginx -s reload`;
const START = "k3d cluster start kecs-myapp --wait --timeout 180s";
const edit = (...ports: string[]) =>
  `k3d cluster edit kecs-myapp ${ports.map((port) => `--port-add ${port}@loadbalancer`).join(" ")}`;

describe("ensure.sh", () => {
  test("creates a cluster where nothing is, out of the configuration as it came", async () => {
    const { code, stdout, calls, inputs } = await ensure(docker("nothing"));
    expect({ code, stdout }).toEqual({ code: 0, stdout: "ready\n" });
    expect(changes(calls)).toEqual([CREATE, STAMP]);
    expect(inputs["k3d cluster create"]).toBe(CONFIG);
  });

  test("writes the repair id once the API server is ready", async () => {
    const { calls, inputs } = await ensure(docker({}));
    expect(inputs[STAMP]).toBe("g1");
    expect(calls.indexOf(STAMP)).toBeGreaterThan(
      calls.indexOf(`docker exec ${SERVER} kubectl get --raw /readyz`),
    );
  });

  test.each<[string, Found, string[]]>([
    ["only reloads the load balancer of a healthy cluster", {}, [RELOAD, STAMP]],
    ["starts a stopped cluster", { running: [false, false] }, [START, STAMP]],
    ["starts a cluster whose load balancer stopped", { running: [true, false] }, [START, STAMP]],
    ["starts a cluster whose node stopped", { running: [false, true] }, [START, STAMP]],
    [
      "makes a half-made cluster anew: it has no repair id",
      { stamped: false },
      [...SWEPT, CREATE, STAMP],
    ],
    [
      "makes a cluster of another identifier anew",
      { clusterIdentifier: "e0" },
      [...SWEPT, CREATE, STAMP],
    ],
    ["adopts a cluster of a KECS without owners", { owner: "" }, [RELOAD, ADOPT, STAMP]],
    ["knows a cluster that it took over", { owner: OTHER, takenOverBy: OWNER }, [RELOAD, STAMP]],
    [
      "adds the ports that are missing",
      { published: [PORTS[0] ?? ""] },
      [RELOAD, edit(PORTS[1] ?? ""), STAMP],
    ],
    ["adds all missing ports in one edit", { published: [] }, [RELOAD, edit(...PORTS), STAMP]],
  ])("%s", async (_, found, expected) => {
    const { code, calls } = await ensure(docker(found));
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(expected);
  });

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
        "docker network create --label app=k3d --opt com.docker.network.bridge.enable_ip_masquerade=true --subnet 172.18.0.0/16 k3d-kecs-myapp",
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

  test("restarts a load balancer that cannot be reloaded", async () => {
    const broken = { when: `exec ${BALANCER} nginx`, then: fail("nginx: no pid") };
    const { code, calls } = await ensure(docker({}, broken));
    expect(code).toBe(0);
    expect(changes(calls)).toEqual([RELOAD, `docker restart ${BALANCER}`, STAMP]);
  });

  test("brings the load balancer back after a failed edit, and shows the error", async () => {
    const refused = { when: "cluster edit", then: "echo 'FATA no such image'; exit 7" };
    const { code, stdout, stderr, calls } = await ensure(docker({ published: [] }), [refused]);
    expect({ code, stdout }).toEqual({ code: 7, stdout: "" });
    expect(stderr).toContain("FATA no such image");
    expect(changes(calls)).toEqual([RELOAD, edit(...PORTS), `docker start ${BALANCER}`]);
  });

  test("shows what k3d said and stamps nothing when a creation fails", async () => {
    const refused = { when: "cluster create", then: "echo 'FATA no space left'; exit 3" };
    const { code, stderr, calls } = await ensure(docker("nothing"), [refused]);
    expect(code).toBe(3);
    expect(stderr).toBe("FATA no space left\n");
    expect(changes(calls)).toEqual([CREATE]);
  });

  const REMAINS: readonly Answer[] = [
    { when: "ps -aq --filter label=k3d.cluster=kecs-myapp", then: "printf 'c1\\nc2\\n'" },
    { when: "volume ls -q --filter name=^k3d-kecs-myapp-images$", then: "echo v1" },
    { when: "network ls -q --filter name=^k3d-kecs-myapp$", then: "echo n1" },
  ];
  const MARK = { "clusters/kecs-myapp.owner": `${OWNER}\n` };

  test("sweeps the remains of its own interrupted creation before it creates", async () => {
    const { code, calls, cache } = await ensure(docker("nothing", ...REMAINS), [], {}, MARK);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual([
      SWEEP,
      "docker volume rm -f v1",
      "docker network rm n1",
      CREATE,
      STAMP,
    ]);
    expect(cache).toContain("clusters/kecs-myapp.owner");
  });

  test("marks a creation before it begins: k3d's first container has no label of KECS", async () => {
    const dies = {
      when: "cluster create",
      then: `cat "$KECS_CACHE_DIR/clusters/kecs-myapp.owner"; exit 9`,
    };
    const { stderr } = await ensure(docker("nothing"), [dies]);
    expect(stderr).toBe(`${OWNER}\n`);
  });

  test.each<[string, readonly Answer[], Readonly<Record<string, string>>, string]>([
    ["another's cluster", docker({ owner: OTHER }), MARK, `belongs to ${OTHER}, not to ${OWNER}`],
    [
      "a cluster that another took over",
      docker({ takenOverBy: OTHER }),
      {},
      `belongs to ${OTHER}, not to ${OWNER}`,
    ],
    [
      "another's unfinished creation",
      docker({ owner: OTHER, stamped: false, clusterIdentifier: "e9" }),
      {},
      `belongs to ${OTHER}`,
    ],
    [
      "a hand-made cluster",
      docker({ clusterIdentifier: "", owner: "" }),
      MARK,
      "was not made by KECS",
    ],
    ["containers of nobody knows whom", docker("nothing", ...REMAINS), {}, "was not made by KECS"],
    [
      "what is left of another's cluster",
      docker("nothing", { when: "ps -a --filter", then: `printf '\\n${OTHER}\\n'` }, ...REMAINS),
      {},
      `belongs to ${OTHER}`,
    ],
  ])("leaves %s as it is", async (_, found, files, why) => {
    const { code, stderr, calls } = await ensure(found, [], {}, files);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error KECS3010: kecs-myapp: /);
    expect(stderr).toContain(why);
    expect(stderr).toMatch(/ {2}hint: give the instance another name, or /);
    expect(changes(calls)).toEqual([]);
  });

  test("takes over what it is told to, and writes that down", async () => {
    const { code, calls, inputs } = await ensure(docker({ owner: OTHER }), [], {
      KECS_TAKE_OVER: OTHER,
    });
    expect(code).toBe(0);
    expect(changes(calls)).toEqual([RELOAD, ADOPT, STAMP]);
    expect(inputs[ADOPT]).toBe(OWNER);
  });

  test.each<[string, Answer]>([
    ["docker inspect fails", { when: "inspect", then: fail("context deadline exceeded") }],
    ["the daemon's address is unknown", { when: "inspect", then: fail("lookup x: no such host") }],
    [
      "the stamp cannot be read",
      { when: "cp", then: fail("dial unix /var/run/docker.sock: no such file or directory") },
    ],
    ["docker ps fails", { when: "ps", then: fail("context deadline exceeded") }],
  ])("changes nothing where %s", async (_, broken) => {
    const { code, stderr, calls } = await ensure(docker({ clusterIdentifier: "e0" }, broken));
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/context deadline exceeded|no such (host|file)/);
    expect(changes(calls)).toEqual([]);
  });

  test("wakes what was paused before it starts anything", async () => {
    const paused = {
      when: "ps -aq --filter label=k3d.cluster=kecs-myapp --filter status=paused",
      then: "echo c1",
    };
    const { code, calls } = await ensure(docker({}, paused));
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(["docker unpause c1", RELOAD, STAMP]);
  });

  test("starts an agent that was stopped beside a server that runs", async () => {
    const stopped = { when: STOPPED_AGENTS, then: "printf 'a1\\na2\\n'" };
    const { code, calls } = await ensure(docker({}, stopped));
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(["docker start a1 a2", RELOAD, STAMP]);
  });

  test("leaves the agents of a stopped cluster to k3d, which starts the server first", async () => {
    const stopped = { when: STOPPED_AGENTS, then: "echo a1" };
    const { calls } = await ensure(docker({ running: [false, false] }, stopped));
    expect(changes(calls)).toEqual([START, STAMP]);
  });

  const NO_IMAGE = { when: "image inspect", then: fail("No such image") };
  const K3D_VERSION = { when: "version", then: "echo 'k3d version v5.8.3'" };

  test("pulls the images before it removes the cluster that they replace", async () => {
    const { calls } = await ensure(docker({ clusterIdentifier: "e0" }, NO_IMAGE), [K3D_VERSION]);
    expect(changes(calls)).toEqual([
      "docker pull rancher/k3s:v1",
      "docker pull ghcr.io/k3d-io/k3d-proxy:5.8.3",
      "docker pull ghcr.io/k3d-io/k3d-tools:5.8.3",
      ...SWEPT,
      CREATE,
      STAMP,
    ]);
  });

  test.each(["rancher/k3s:v1", "example.test/proxy:1", "example.test/tools:1"])(
    "keeps the present cluster where %s cannot be pulled",
    async (image) => {
      const missing = { when: `pull ${image}`, then: fail("manifest unknown") };
      const { code, stderr, calls } = await ensure(
        docker({ clusterIdentifier: "e0" }, missing, NO_IMAGE),
        [],
        {
          K3D_HELPER_IMAGE_TAG: "1",
          K3D_IMAGE_LOADBALANCER: "example.test/proxy:1",
          K3D_IMAGE_TOOLS: "example.test/tools:1",
        },
      );
      expect(code).toBe(1);
      expect(stderr).toContain(
        `error KECS3004: kecs-myapp: image ${image} cannot be pulled: manifest unknown\n`,
      );
      expect(changes(calls).filter((call) => !call.startsWith("docker pull"))).toEqual([]);
    },
  );

  test.each(["../../x", ".*", "kecs-", "kecs-A", "kecs-a b", "kecs-a/../b", "kecs-.*", "other"])(
    "has nothing to do with a cluster called %j",
    async (name) => {
      const { code, stderr, calls } = await ensure(docker({}), [], { KECS_CLUSTER: name });
      expect(code).toBe(1);
      expect(stderr).toContain("error KECS1001");
      expect(calls).toEqual([]);
    },
  );

  test("gives up on an API server that does not become ready, saying why and where to look", async () => {
    const unready = { when: `exec ${SERVER} kubectl`, then: fail("connection refused") };
    const { code, stderr, calls } = await ensure(docker({}, unready));
    expect(code).toBe(1);
    expect(stderr).toBe(
      [
        "error KECS3001: the API server of cluster kecs-myapp did not become ready",
        "connection refused",
        `  hint: look at 'docker logs ${SERVER}'`,
        "",
      ].join("\n"),
    );
    expect(calls).not.toContain(STAMP);
  });

  test("never shows k3d or docker the user's own kubeconfig", async () => {
    for (const found of ["nothing", { running: [false, false], published: [] }] as const) {
      const { kubeconfigs } = await ensure(docker(found));
      expect(kubeconfigs.length).toBeGreaterThan(0);
      for (const file of kubeconfigs) expect(file).toMatch(/^\/tmp\/[^/]+\/kubeconfig$/);
    }
  });

  test("parses as a POSIX shell script", async () => {
    expect(await runScript(`sh -n <<'KECS'\n${ENSURE_SCRIPT}\nKECS`, {}, {})).toMatchObject({
      code: 0,
      stderr: "",
    });
  });
});
