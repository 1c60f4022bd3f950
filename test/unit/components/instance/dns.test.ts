import { RELOAD_SCRIPT } from "../../../../cluster/dns/scripts";
import { runScript, type Answer } from "../../../helpers/fakePrograms";

const KUBECTL = "exec k3d-kecs-myapp-server-0 kubectl --namespace kube-system";
const LOOK = `${KUBECTL} get deployment coredns --ignore-not-found --output name`;

const reload = (docker: readonly Answer[]) =>
  runScript(RELOAD_SCRIPT, { docker }, { KECS_CLUSTER: "kecs-myapp" });

test("starts a CoreDNS anew that runs already", async () => {
  const { code, calls } = await reload([{ when: LOOK, then: "echo deployment.apps/coredns" }]);
  expect(code).toBe(0);
  expect(calls).toEqual([`docker ${LOOK}`, `docker ${KUBECTL} rollout restart deployment coredns`]);
});

test("leaves one alone that is still to be made", async () => {
  const { code, calls } = await reload([{ when: LOOK, then: ":" }]);
  expect(code).toBe(0);
  expect(calls).toEqual([`docker ${LOOK}`]);
});

test("fails where CoreDNS cannot be started anew", async () => {
  const { code, stderr } = await reload([
    { when: LOOK, then: "echo deployment.apps/coredns" },
    { when: `${KUBECTL} rollout`, then: "echo refused >&2; exit 1" },
  ]);
  expect([code, stderr.trim()]).toEqual([1, "refused"]);
});
