import { claimOf } from "../cluster/holder";
import { refreshKubeconfig } from "../cluster/refreshKubeconfig";
import { chooseBackend, currentLogin } from "../engine/backend";
import { kubeconfigFile } from "../machine/cache";
import { prepareMachine } from "../machine/prepare";
import { exportLines } from "../ui/exportLines";
import type { Command } from "./context";
import { findExisting } from "./target";

/** `kecs env`: what a shell needs so that kubectl and pulumi work on the same instance. */
export const env: Command = async (context) => {
  const { io, console } = context;
  const { project, stack, instance, config } = findExisting(context);
  const before = { ...io.env };
  await prepareMachine(io, console, false, true);
  await refreshKubeconfig(io.env, instance, claimOf(io.env, project, stack, config));
  const added = Object.fromEntries(
    Object.entries(io.env).flatMap(([name, value]) =>
      value === undefined || before[name] === value ? [] : [[name, value]],
    ),
  );
  const variables = {
    ...added,
    KUBECONFIG: kubeconfigFile(io.env, instance),
    ...chooseBackend(io.env, project.backend, currentLogin(io.env)).additions,
  };
  return { data: { instance, variables }, text: exportLines(variables, before["PATH"] ?? "") };
};
