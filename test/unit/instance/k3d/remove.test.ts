import { KUBECONFIG_SCRIPT, REMOVE_SCRIPT } from "../../../../components/instance/k3d/scripts";
import { runScript, type Answer } from "../../../helpers/fakePrograms";

const ENV = { KECS_CLUSTER: "kecs-myapp", KECS_EPOCH: "e1" };
const SERVER = "k3d-kecs-myapp-server-0";
const epochIs = (epoch: string): Answer => ({ when: "inspect", then: `echo ${epoch}` });
const UNSTAMPED = { when: `cp ${SERVER}:/kecs-generation -`, then: "exit 1" };
const REMAINS: readonly Answer[] = [
  { when: "ps -aq --filter label=k3d.cluster=kecs-myapp", then: "printf 'c1\\nc2\\n'" },
  { when: "volume ls -q --filter name=^k3d-kecs-myapp-images$", then: "echo v1" },
  { when: "network ls -q --filter name=^k3d-kecs-myapp$", then: "echo n1" },
  { when: "images", then: "printf 'kecs.local/myapp/web:e1\\n'" },
];
const SWEPT = [
  "docker rm -f -v c1 c2",
  "docker volume rm -f v1",
  "docker network rm n1",
  "docker rmi kecs.local/myapp/web:e1",
];

const remove = (docker: readonly Answer[], k3d: readonly Answer[] = []) =>
  runScript(REMOVE_SCRIPT, { docker, k3d }, ENV);
const changes = (calls: readonly string[]) =>
  calls.filter((call) => !/^docker (version|inspect|cp|ps|images|volume ls|network ls)/.test(call));

describe("remove.sh", () => {
  test("lets k3d delete the cluster, and has nothing left to do", async () => {
    const { code, stdout, stderr, calls } = await remove([]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp"]);
  });

  test("removes what k3d does not list: containers, volume, network, names of images", async () => {
    const { code, calls } = await remove(REMAINS);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp", ...SWEPT]);
  });

  test("does so too when k3d fails", async () => {
    const { code, calls } = await remove(REMAINS, [{ when: "cluster delete", then: "exit 1" }]);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp", ...SWEPT]);
  });

  test("fails where something stays", async () => {
    const stuck = { when: "network rm", then: "echo 'has active endpoints' >&2; exit 1" };
    const { code, stderr } = await remove([stuck, ...REMAINS]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "has active endpoints\n" });
  });

  test("leaves an image that another container uses", async () => {
    const used = { when: "rmi", then: "echo 'image is in use' >&2; exit 1" };
    const { code, stderr } = await remove([used, ...REMAINS]);
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
    const { code, calls } = await remove([epochIs("e2"), ...REMAINS]);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual([]);
  });

  test.each<[string, readonly Answer[]]>([
    ["this very creation", [epochIs("e1")]],
    ["a half-made one of another creation", [epochIs("e2"), UNSTAMPED]],
    ["one that lost its node", [{ when: "inspect", then: "exit 1" }]],
    ["one that KECS did not make", [epochIs("")]],
  ])("removes a cluster that is %s", async (_, found) => {
    const { code, calls } = await remove([...found, ...REMAINS]);
    expect(code).toBe(0);
    expect(changes(calls)).toEqual(["k3d cluster delete kecs-myapp", ...SWEPT]);
  });

  test("never shows k3d the user's own kubeconfig", async () => {
    const { calls, kubeconfigs } = await remove(REMAINS);
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
