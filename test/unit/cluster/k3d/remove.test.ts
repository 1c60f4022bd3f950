import { KUBECONFIG_SCRIPT, REMOVE_SCRIPT } from "../../../../cluster/k3d/scripts";
import { archiveOf, runScript, type Answer } from "../../../helpers/fakePrograms";

const OWNER = "kecs/dev@file:///home/me";
const OTHER = "shop/dev@file:///home/you";
const ENV = { KECS_CLUSTER: "kecs-myapp", KECS_EPOCH: "e1", KECS_OWNER: OWNER };
const SERVER = "k3d-kecs-myapp-server-0";
const ABSENT: Answer = { when: "inspect", then: "echo 'Error: No such container: x' >&2; exit 1" };
const NO_FILE = "echo 'Could not find the file /x in container y' >&2; exit 1";
const is = (clusterIdentifier: string, owner = OWNER): Answer => ({
  when: "inspect",
  then: `echo '${clusterIdentifier}|${owner}'`,
});
const NOT_TAKEN_OVER = { when: `cp ${SERVER}:/kecs-owner`, then: NO_FILE };
const STAMPED = { when: `cp ${SERVER}:/kecs-generation`, then: archiveOf("g0") };
const UNSTAMPED = { when: `cp ${SERVER}:/kecs-generation`, then: NO_FILE };
const REMAINS: readonly Answer[] = [
  { when: "ps -aq --filter label=k3d.cluster=kecs-myapp", then: "printf 'c1\\nc2\\n'" },
  { when: "volume ls -q --filter name=^k3d-kecs-myapp-images$", then: "echo v1" },
  { when: "network ls -q --filter name=^k3d-kecs-myapp$", then: "echo n1" },
  { when: "images", then: "printf 'kecs.local/myapp/web:e1\\n'" },
];
const OURS: readonly Answer[] = [is("e1"), NOT_TAKEN_OVER, STAMPED];
const MARK = { "clusters/kecs-myapp.owner": `${OWNER}\n` };
const SWEPT = [
  "docker rm -f -v c1 c2",
  "docker volume rm -f v1",
  "docker network rm n1",
  "docker rmi kecs.local/myapp/web:e1",
];

const remove = (
  docker: readonly Answer[],
  k3d: readonly Answer[] = [],
  files: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
) => runScript(REMOVE_SCRIPT, { docker, k3d }, { ...ENV, ...env }, "", files);
const changes = (calls: readonly string[]) =>
  calls.filter((call) => !/^docker (version|inspect|cp|ps|images|volume ls|network ls)/.test(call));

describe("remove.sh", () => {
  test("lets k3d delete the cluster, and has nothing left to do", async () => {
    const once = {
      when: "ps -aq",
      then: `[ -e "$KECS_CACHE_DIR/asked" ] || echo c1; : >"$KECS_CACHE_DIR/asked"`,
    };
    const { code, stdout, stderr, calls } = await remove([...OURS, once]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp"]);
  });

  test("removes what k3d does not list: containers, volume, network, names of images", async () => {
    const { code, calls } = await remove([...OURS, ...REMAINS]);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp", ...SWEPT]);
  });

  test("does so too when k3d fails", async () => {
    const k3d = [{ when: "cluster delete", then: "exit 1" }];
    const { code, calls } = await remove([...OURS, ...REMAINS], k3d);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp", ...SWEPT]);
  });

  test("removes a network and a volume that no container has", async () => {
    const { calls } = await remove([ABSENT, ...REMAINS.slice(1, 3)]);
    expect(changes(calls)).toEqual(["docker volume rm -f v1", "docker network rm n1"]);
  });

  test("fails where something stays", async () => {
    const stuck = { when: "network rm", then: "echo 'has active endpoints' >&2; exit 1" };
    const { code, stderr } = await remove([stuck, ...OURS, ...REMAINS]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "has active endpoints\n" });
  });

  test("leaves an image that another container uses", async () => {
    const used = { when: "rmi", then: "echo 'image is in use' >&2; exit 1" };
    const { code, stderr } = await remove([used, ...OURS, ...REMAINS]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("fails without a daemon before it claims to have removed anything", async () => {
    const down = { when: "version", then: "echo 'Cannot connect' >&2; exit 1" };
    const { code, stderr, calls } = await remove([down]);
    expect({ code, stderr, calls }).toEqual({
      code: 1,
      stderr: "Cannot connect\n",
      calls: ["docker version"],
    });
  });

  test("leaves a complete cluster alone that took the place of this one", async () => {
    const { code, calls } = await remove([is("e2"), NOT_TAKEN_OVER, STAMPED, ...REMAINS]);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual([]);
  });

  test.each<[string, readonly Answer[], Readonly<Record<string, string>>]>([
    ["this very creation", OURS, {}],
    ["of a KECS without owners", [is("e1", ""), NOT_TAKEN_OVER, STAMPED], {}],
    ["a half-made one of another creation", [is("e2"), NOT_TAKEN_OVER, UNSTAMPED], {}],
    ["one that lost its node", [ABSENT], MARK],
    [
      "one whose other containers are labelled",
      [ABSENT, { when: "ps -a --", then: `echo ${OWNER}` }],
      {},
    ],
  ])("removes a cluster that is %s", async (_, found, files) => {
    const { code, calls, cache } = await remove([...found, ...REMAINS], [], files);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp", ...SWEPT]);
    expect(cache).not.toContain("clusters/kecs-myapp.owner");
  });

  test.each<[string, readonly Answer[], Readonly<Record<string, string>>]>([
    ["another's", [is("e1", OTHER), NOT_TAKEN_OVER, STAMPED], MARK],
    ["another's half-made one", [is("e1", OTHER), NOT_TAKEN_OVER, UNSTAMPED], MARK],
    [
      "taken over by another",
      [is("e1"), { when: `cp ${SERVER}:/kecs-owner`, then: archiveOf(OTHER) }],
      MARK,
    ],
    ["made by hand", [is("", "")], MARK],
    ["without a node and a word of whose it was", [ABSENT], {}],
    ["left over from another's", [ABSENT, { when: "ps -a --", then: `echo ${OTHER}` }], {}],
  ])("leaves a cluster alone that is %s", async (_, found, files) => {
    const { code, stdout, calls } = await remove([...found, ...REMAINS], [], files);
    expect(code).toBe(0);
    expect(stdout).toContain("is left alone");
    expect(changes(calls)).toEqual([]);
  });

  test("leaves alone what may be taken over and was not", async () => {
    const found = [is("e1", OTHER), NOT_TAKEN_OVER, STAMPED, ...REMAINS];
    const { stdout, calls } = await remove(found, [], {}, { KECS_TAKE_OVER: OTHER });
    expect(stdout).toContain("is left alone");
    expect(changes(calls)).toEqual([]);
  });

  test("removes a complete cluster where nobody knows which creation it is", async () => {
    const found = [is("e1"), NOT_TAKEN_OVER, STAMPED, ...REMAINS];
    const { calls } = await remove(found, [], {}, { KECS_EPOCH: "" });
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp", ...SWEPT]);
  });

  test.each<[string, readonly Answer[]]>([
    ["inspect", [{ when: "inspect", then: "echo 'context deadline exceeded' >&2; exit 1" }]],
    [
      "cp",
      [is("e2"), NOT_TAKEN_OVER, { when: "cp", then: "echo 'deadline exceeded' >&2; exit 1" }],
    ],
  ])("removes nothing where docker %s fails: what is unknown is not gone", async (_, found) => {
    const { code, stderr, calls } = await remove([...found, ...REMAINS]);
    expect(code).toBe(1);
    expect(stderr).toContain("error KECS3004: ");
    expect(changes(calls)).toEqual([]);
  });

  test("never shows k3d the user's own kubeconfig", async () => {
    const { calls, kubeconfigs } = await remove([...OURS, ...REMAINS]);
    const k3d = calls.flatMap((call, i) => (call.startsWith("k3d") ? [kubeconfigs[i]] : []));
    expect(k3d).toHaveLength(1);
    for (const file of k3d) expect(file).toMatch(/^\/tmp\/[^/]+\/kubeconfig$/);
  });

  test("parses as a POSIX shell script", async () => {
    expect(await runScript(`sh -n <<'KECS'\n${REMOVE_SCRIPT}\nKECS`, {}, {})).toMatchObject({
      code: 0,
      stderr: "",
    });
  });
});

test("reads the credentials of the cluster that the environment names", async () => {
  const answers = { k3d: [{ when: "kubeconfig get", then: "echo 'apiVersion: v1'" }] };
  const { code, stdout, calls } = await runScript(KUBECONFIG_SCRIPT, answers, ENV);
  expect({ code, stdout, calls }).toEqual({
    code: 0,
    stdout: "apiVersion: v1\n",
    calls: ["k3d kubeconfig get kecs-myapp"],
  });
});
