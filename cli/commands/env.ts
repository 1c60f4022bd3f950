import { claimOf } from "../project/claim";
import { refreshKubeconfig } from "../../cluster/k3d/refreshKubeconfig";
import { PULUMI_SETTINGS } from "../engine/pulumiSettings";
import { backendFor, useBackend } from "../engine/state/backend";
import { kubeconfigFile } from "../../cluster/files/cache";
import { prepareMachine } from "../machine/prepare";
import { exportLines } from "../ui/exportLines";
import type { Command } from "../command";
import { selectExistingStack } from "../project/selectedStack";

/** `kecs env`: what a shell needs so that kubectl and pulumi work on the same instance. */
export const env: Command = {
  name: "env",
  summary: 'print shell variables for kubectl and pulumi: eval "$(kecs env)"',
  async run(context) {
    const { io, console } = context;
    const { project, stack, instance, config } = selectExistingStack(context);
    const before = { ...io.env };
    await prepareMachine(io, console, false, true);
    const added = Object.fromEntries(
      Object.entries(io.env).flatMap(([name, value]) =>
        value === undefined || before[name] === value ? [] : [[name, value]],
      ),
    );
    const backend = backendFor(io.env, project, stack);
    // A plain pulumi may be the first to use the passphrase.
    useBackend(io.env, backend);
    await refreshKubeconfig(io.env, instance, claimOf(io.env, project, stack, config));
    const settings = Object.fromEntries(
      Object.entries(PULUMI_SETTINGS).map(([name, value]) => [name, io.env[name] ?? value]),
    );
    const variables = {
      ...added,
      KUBECONFIG: kubeconfigFile(io.env, instance),
      ...settings,
      ...backend.additions,
    };
    return {
      data: { instance, variables, removed: backend.removals },
      text: exportLines(variables, before["PATH"] ?? "", backend.removals),
    };
  },
};
