import { ENSURE_SCRIPT } from "../../../../cluster/k3d/scripts";
import { runScript, type Answer } from "../../../helpers/fakePrograms";
import {
  ADOPT,
  BALANCER,
  CONFIG,
  CREATE,
  OTHER,
  OWNER,
  PORTS,
  RELOAD,
  SERVER,
  STAMP,
  START,
  STOPPED_AGENTS,
  SWEEP,
  SWEPT,
  changes,
  docker,
  edit,
  ensure,
  fail,
  type Found,
} from "../../../helpers/ensuredCluster";

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
