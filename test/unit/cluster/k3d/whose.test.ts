import { isOurs } from "../../../../cluster/k3d/owner";
import { probeCluster } from "../../../../cluster/k3d/probe";
import { WHOSE_SCRIPT } from "../../../../cluster/k3d/scripts";
import { archiveOf, runScript, withPrograms, type Answer } from "../../../helpers/fakePrograms";

/* The component judges before an update, the script in it: by the same facts they say the same. */

const SERVER = "k3d-kecs-myapp-server-0";
const MINE = "kecs/dev@b";
const OTHER = "q/t@b";

const IDENTIFIERS = ["", "e1"];
const LABELS = ["", MINE, OTHER];
const FILES = [undefined, MINE, OTHER];
const TAKE_OVERS = [undefined, OTHER, "stranger"];

const node = (clusterIdentifier: string, owner: string) => ({
  Name: `/${SERVER}`,
  Config: {
    Image: "k3s",
    Labels: { "kecs.dev/epoch": clusterIdentifier, "kecs.dev/owner": owner },
  },
  State: { Running: false },
  HostConfig: { PortBindings: null, Binds: null },
  NetworkSettings: { Ports: null },
});

function docker(clusterIdentifier: string, owner: string, file: string | undefined): Answer[] {
  const noFile = "echo 'Could not find the file /x in container y' >&2; exit 1";
  const archive = `TMPDIR=\${TMPDIR:-/tmp}; ${archiveOf(file ?? "")}`;
  return [
    {
      when: "inspect --type container k3d",
      then: `echo '${JSON.stringify([node(clusterIdentifier, owner)])}'`,
    },
    { when: "inspect", then: `echo '${clusterIdentifier}|${owner}'` },
    { when: `cp ${SERVER}:/kecs-owner`, then: file === undefined ? noFile : archive },
    { when: "cp", then: noFile },
  ];
}

const CASES = IDENTIFIERS.flatMap((clusterIdentifier) =>
  LABELS.flatMap((label) => FILES.map((file) => [clusterIdentifier, label, file] as const)),
);

test.each(CASES)("identifier %j, label %j and file %j", async (clusterIdentifier, label, file) => {
  const says = docker(clusterIdentifier, label, file);
  await withPrograms({ docker: says }, async () => {
    const found = await probeCluster("myapp");
    for (const takeOver of TAKE_OVERS) {
      const { code, stdout } = await runScript(
        WHOSE_SCRIPT,
        { docker: says },
        {
          KECS_CLUSTER: "kecs-myapp",
          KECS_OWNER: MINE,
          ...(takeOver === undefined ? {} : { KECS_TAKE_OVER: takeOver }),
        },
      );
      const verdict = isOurs(found, { owner: MINE, takeOver }) ? "ours" : "others";
      expect({ code, takeOver, said: stdout.split("\n")[0] }).toEqual({
        code: 0,
        takeOver,
        said: verdict,
      });
    }
  });
});

test("nothing is everybody's", async () => {
  const absent = { when: "inspect", then: "echo 'Error: No such container: x' >&2; exit 1" };
  const env = { KECS_CLUSTER: "kecs-myapp", KECS_OWNER: MINE };
  const { stdout, cache } = await runScript(WHOSE_SCRIPT, { docker: [absent] }, env);
  expect({ stdout, cache }).toEqual({ stdout: "ours\n\nnobody\n", cache: [] });
  expect(isOurs({ kind: "absent" }, { owner: MINE })).toBe(true);
});
