import { readApiFile } from "../../api/process/apiFile";
import { instanceSettings } from "../../cluster/machine/settings";
import { readStackConfig } from "../../components/stack/stackConfig";
import { apiUrl } from "../api/apiUrl";
import { awsProfile, awsVariables, LEADING_AWAY } from "../api/awsVariables";
import { claimOf } from "../project/claim";
import { refreshKubeconfig } from "../../cluster/k3d/refreshKubeconfig";
import { PULUMI_SETTINGS } from "../engine/pulumiSettings";
import { backendFor, useBackend } from "../engine/state/backend";
import { kubeconfigFile } from "../../cluster/files/cache";
import { prepareMachine } from "../machine/prepare";
import { exportLines } from "../ui/exportLines";
import type { Command, Context } from "../command";
import { selectExistingStack, type SelectedStack } from "../project/selectedStack";

/** The options of `kecs env`. */
interface EnvOptions {
  readonly profile?: boolean;
}

/** `kecs env`: what a shell needs so that kubectl and pulumi work on the same instance. */
export const env: Command<EnvOptions> = {
  name: "env",
  summary: 'print shell variables for aws, kubectl and pulumi: eval "$(kecs env)"',
  changesNothing: true,
  options: [
    {
      flags: "--profile",
      summary: "put the settings of aws into a file of the instance's own, and name it",
    },
  ],
  async run(context) {
    const { io, console } = context;
    const selected = selectExistingStack(context);
    const { project, stack, instance, config } = selected;
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
    const aws = await awsPart(context, selected);
    const variables = {
      ...added,
      KUBECONFIG: kubeconfigFile(io.env, instance),
      ...settings,
      ...backend.additions,
      ...aws.variables,
    };
    const removed = [...backend.removals, ...aws.removals];
    return {
      data: { instance, variables, removed },
      text: exportLines(variables, before["PATH"] ?? "", removed),
    };
  },
};

/** What a shell needs for AWS's clients; nothing where the instance never had an API. */
async function awsPart(
  { io, options }: Context<EnvOptions>,
  { instance, config }: SelectedStack,
): Promise<{ readonly variables: Record<string, string>; readonly removals: readonly string[] }> {
  const api = await readApiFile(io.env, instance);
  if (api === undefined) return { variables: {}, removals: [] };
  const { region } = instanceSettings(readStackConfig(config, io.env).instance);
  const settings = { url: apiUrl(api), region };
  const removals = LEADING_AWAY.filter((name) => io.env[name] !== undefined);
  if (options.profile !== true) return { variables: awsVariables(settings), removals };
  const hidden = Object.keys(awsVariables(settings)).filter((name) => io.env[name] !== undefined);
  return {
    variables: await awsProfile(io.env, instance, settings),
    removals: [...removals, ...hidden],
  };
}
