import { IMPORT_SCRIPT, REMOVE_SCRIPT } from "../../../../cluster/image/scripts";
import { runScript, type Answer } from "../../../helpers/fakePrograms";

const REF = "kecs.local/myapp/web:sha256-a1";
const ENV = {
  KECS_CLUSTER: "kecs-myapp",
  KECS_EPOCH: "e1",
  KECS_SOURCE: "kecs.local/myapp/web:e1",
  KECS_DIGEST: "sha256:a1",
  KECS_REF: REF,
  KECS_IMPORTER: "aa11",
};
const SERVER = "k3d-kecs-myapp-server-0";
const AGENT = "k3d-kecs-myapp-agent-0";
const node = (role: string, name: string): Answer => ({
  when: `ps --filter label=k3d.cluster=kecs-myapp --filter label=k3d.role=${role}`,
  then: `echo ${name}`,
});
const identifierOf = (name: string, clusterIdentifier: string): Answer => ({
  when: `inspect --type container -f {{index .Config.Labels "kecs.dev/epoch"}} ${name}`,
  then: `echo '${clusterIdentifier}'`,
});
const TWO = [
  node("server", SERVER),
  node("agent", AGENT),
  identifierOf(SERVER, "e1"),
  identifierOf(AGENT, ""),
];

const remove = (...docker: readonly Answer[]) => runScript(REMOVE_SCRIPT, { docker }, ENV);
const changes = (calls: readonly string[]) =>
  calls.filter((call) => / rm |rmi| label /.test(call)).map((call) => call.replace("docker ", ""));
const taken = (name: string) => [
  `exec ${name} ctr -n k8s.io images rm ${REF}`,
  `exec ${name} ctr -n k8s.io images rm sha256:a1`,
];

test("takes the image out of agents too, which have no label of the creation", async () => {
  const { code, calls } = await remove(...TWO);
  expect(code).toBe(0);
  expect(changes(calls)).toEqual([...taken(SERVER), ...taken(AGENT), `rmi ${REF}`]);
});

test("goes on with the other nodes where one does not answer", async () => {
  const deaf = { when: `exec ${AGENT} ctr -n k8s.io containers ls`, then: "exit 1" };
  const { code, calls } = await remove(deaf, ...TWO);
  expect(code).toBe(0);
  expect(changes(calls)).toEqual([...taken(SERVER), `rmi ${REF}`]);
});

test("leaves the images of another creation of the cluster alone", async () => {
  const { code, calls } = await remove(identifierOf(SERVER, "e2"), ...TWO);
  expect({ code, changes: changes(calls) }).toEqual({ code: 0, changes: [] });
});

test("removes its names where the cluster is gone", async () => {
  const gone = { when: "inspect", then: "echo 'Error: No such container: x' >&2; exit 1" };
  const { code, calls } = await remove(gone);
  expect({ code, changes: changes(calls) }).toEqual({ code: 0, changes: [`rmi ${REF}`] });
});

test("removes nothing where docker does not say which creation is there", async () => {
  const failed = { when: "inspect", then: "echo 'context deadline exceeded' >&2; exit 1" };
  const { code, stderr, calls } = await remove(failed, ...TWO);
  expect(code).toBe(1);
  expect(stderr).toContain("error KECS3004: ");
  expect(changes(calls)).toEqual([]);
});

/** What a node says of the image, which a stack has imported; none where it is of an older KECS. */
const importedBy = (name: string, importer?: string): Answer => ({
  when: `exec ${name} ctr -n k8s.io images ls name==${REF}`,
  then:
    "echo 'REF TYPE DIGEST SIZE PLATFORMS LABELS'; " +
    `echo '${REF} t sha256:m1 1 MiB linux/amd64 io.cri-containerd.image=managed,` +
    `${importer === undefined ? "" : `kecs.dev/importer=${importer},`}io.cri-containerd.pinned=pinned'`,
});

test.each([SERVER, AGENT])(
  "leaves alone what another stack imported since it took the cluster over, as %s says",
  async (name) => {
    const { code, calls } = await remove(importedBy(name, "bb22"), ...TWO);
    expect({ code, changes: changes(calls) }).toEqual({ code: 0, changes: [] });
  },
);

test.each(["aa11", undefined])("removes what its own stack imported: %s", async (importer) => {
  const answers = [importedBy(SERVER, importer), importedBy(AGENT, importer), ...TWO];
  const { calls } = await remove(...answers);
  expect(changes(calls)).toEqual([...taken(SERVER), ...taken(AGENT), `rmi ${REF}`]);
});

test("the import notes whose it is, also of what is there already", async () => {
  const there = {
    when: `exec ${SERVER} ctr -n k8s.io images ls -q name==${REF}`,
    then: `echo ${REF}`,
  };
  const { code, calls } = await runScript(
    IMPORT_SCRIPT,
    { docker: [there, node("server", SERVER)] },
    ENV,
  );
  expect(code).toBe(0);
  expect(changes(calls)).toEqual([
    `exec ${SERVER} ctr -n k8s.io images label ${REF} io.cri-containerd.pinned=pinned kecs.dev/importer=aa11`,
  ]);
});

test("keeps what a container runs on, unpinned", async () => {
  const used = { when: `exec ${SERVER} ctr -n k8s.io containers ls`, then: `echo 'c1 ${REF} io'` };
  const { calls } = await remove(used, node("server", SERVER), identifierOf(SERVER, "e1"));
  expect(changes(calls)).toEqual([
    `exec ${SERVER} ctr -n k8s.io images label ${REF} io.cri-containerd.pinned=`,
    `rmi ${REF}`,
  ]);
});
