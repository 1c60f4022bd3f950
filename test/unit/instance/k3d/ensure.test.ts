import { ENSURE_SCRIPT } from "../../../../components/instance/k3d/scripts";
import { runScript, type Answer } from "../../../helpers/fakePrograms";

const SERVER = "k3d-kecs-myapp-server-0";
const BALANCER = "k3d-kecs-myapp-serverlb";
const PORTS = ["127.0.0.1:8080:30880", "127.0.0.1:8443:30443"];
const CONFIG = '{"kind":"Simple","name":"it\'s $HOME"}';
const ENV = {
  KECS_CLUSTER: "kecs-myapp",
  KECS_EPOCH: "e1",
  KECS_GENERATION: "g1",
  KECS_PORTS: PORTS.join(" "),
};

const LABEL = '{{index .Config.Labels "kecs.dev/epoch"}}';
const BINDINGS =
  "{{range $port, $to := .HostConfig.PortBindings}}{{range $to}}{{.HostIp}}:{{.HostPort}}:{{$port}} {{end}}{{end}}";
const inspect = (template: string, container: string) =>
  `inspect --type container -f ${template} ${container}`;
const say = (text: string) => `echo '${text}'`;
const fail = (text: string) => `echo '${text}' >&2; exit 1`;

interface Found {
  readonly epoch?: string;
  readonly hasBalancer?: boolean;
  readonly running?: readonly [server: boolean, balancer: boolean];
  readonly stamped?: boolean;
  readonly published?: readonly string[];
}

/** What docker says of a cluster in this state; a healthy one of epoch e1 unless told otherwise. */
function docker(found: Found | "nothing", ...special: Answer[]): Answer[] {
  if (found === "nothing") {
    return [
      ...special,
      { when: "inspect", then: fail("No such container") },
      { when: "cp", then: fail("No such container") },
    ];
  }
  const { epoch = "e1", hasBalancer = true, running = [true, true], stamped = true } = found;
  const published = (found.published ?? PORTS).map((port) => `${port}/tcp`).join(" ");
  return [
    ...special,
    { when: inspect(LABEL, SERVER), then: say(epoch) },
    {
      when: `inspect --type container ${BALANCER}`,
      then: hasBalancer ? say("[{}]") : fail("No such container"),
    },
    { when: inspect("{{.State.Running}}", SERVER), then: say(String(running[0])) },
    { when: inspect("{{.State.Running}}", BALANCER), then: say(String(running[1])) },
    { when: inspect(BINDINGS, BALANCER), then: say(`${published} 127.0.0.1:40001:6443/tcp `) },
    { when: `cp ${SERVER}:/kecs-generation -`, then: stamped ? ":" : fail("no such file") },
  ];
}

const ensure = (dockerSays: readonly Answer[], k3dSays: readonly Answer[] = [], env = {}) =>
  runScript(
    ENSURE_SCRIPT,
    { docker: dockerSays, k3d: k3dSays, sleep: [] },
    { ...ENV, ...env },
    CONFIG,
  );

/** The calls that change something; looking is free. */
const changes = (calls: readonly string[]) =>
  calls
    .filter((call) => !/^docker (inspect|cp|ps|volume ls|network ls)|readyz|^sleep/.test(call))
    .map((call) => call.replace(/--config .*/, "--config FILE"));

const STAMP = `docker exec -i ${SERVER} sh -c cat >/kecs-generation`;
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

  test("stamps the generation once the API server is ready", async () => {
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
    ["makes a half-made cluster anew: it has no generation", { stamped: false }, [CREATE, STAMP]],
    ["makes a cluster of another epoch anew", { epoch: "e0" }, [CREATE, STAMP]],
    ["makes one that lost its load balancer anew", { hasBalancer: false }, [CREATE, STAMP]],
    [
      "adds the ports that are missing",
      { published: [PORTS[0] ?? ""] },
      [RELOAD, edit(PORTS[1] ?? ""), STAMP],
    ],
    ["adds all missing ports in one edit", { published: [] }, [RELOAD, edit(...PORTS), STAMP]],
    [
      "takes a port of another address or NodePort for missing",
      { published: ["0.0.0.0:8080:30880", "127.0.0.1:8443:30444"] },
      [RELOAD, edit(...PORTS), STAMP],
    ],
    [
      "takes no port for another whose number only begins like it",
      { published: ["127.0.0.1:80800:30880", "1127.0.0.1:8443:30443"] },
      [RELOAD, edit(...PORTS), STAMP],
    ],
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
    const refused = { when: "cluster edit", then: "echo 'FATA port is already allocated'; exit 7" };
    const { code, stdout, stderr, calls } = await ensure(docker({ published: [] }), [refused]);
    expect({ code, stdout }).toEqual({ code: 7, stdout: "" });
    expect(stderr).toContain("FATA port is already allocated");
    expect(changes(calls)).toEqual([RELOAD, edit(...PORTS), `docker start ${BALANCER}`]);
  });

  test("shows what k3d said and stamps nothing when a creation fails", async () => {
    const refused = { when: "cluster create", then: "echo 'FATA no space left'; exit 3" };
    const { code, stderr, calls } = await ensure(docker("nothing"), [refused]);
    expect(code).toBe(3);
    expect(stderr).toBe("FATA no space left\n");
    expect(changes(calls)).toEqual([CREATE]);
  });

  test("sweeps the remains of an interrupted creation before it creates", async () => {
    const { code, calls } = await ensure(
      docker(
        "nothing",
        { when: "ps -aq --filter label=k3d.cluster=kecs-myapp", then: "printf 'c1\\nc2\\n'" },
        { when: "volume ls -q --filter name=^k3d-kecs-myapp-images$", then: "echo v1" },
        { when: "network ls -q --filter name=^k3d-kecs-myapp$", then: "echo n1" },
      ),
    );
    expect(code).toBe(0);
    expect(changes(calls)).toEqual([
      "docker rm -f -v c1 c2",
      "docker volume rm -f v1",
      "docker network rm n1",
      CREATE,
      STAMP,
    ]);
  });

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
