import { local } from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import { commandLine } from "../../cluster/process/commandLine";
import { clusterConfig } from "../../cluster/k3d/clusterConfig";
import { clusterName } from "../../cluster/k3d/names";
import { portMappings } from "../../cluster/k3d/portMappings";
import { ENSURE_SCRIPT, KUBECONFIG_SCRIPT, REMOVE_SCRIPT } from "../../cluster/k3d/scripts";
import type { InstanceSettings } from "../../cluster/machine/settings";
import type { MachineState } from "../../cluster/machine/inspectMachine";

/** The Command that holds the cluster: creates it, repairs it, adds ports, removes it. */
export function clusterCommand(
  name: string,
  settings: pulumi.Output<InstanceSettings>,
  situation: pulumi.Output<MachineState>,
  owner: string,
  opts: pulumi.CustomResourceOptions,
): local.Command {
  const facts = pulumi.all([settings, situation]);
  return new local.Command(
    name,
    {
      create: commandLine("KECS_ENSURE_CLUSTER"),
      update: commandLine("KECS_ENSURE_CLUSTER"),
      delete: commandLine("KECS_REMOVE_CLUSTER"),
      stdin: facts.apply(([{ instance, agents, hostPaths, k3sImage }, { plan, decision }]) =>
        JSON.stringify(
          clusterConfig({
            instance,
            agents,
            hostPaths,
            k3sImage,
            plan,
            clusterIdentifier: decision.clusterIdentifier,
            owner,
          }),
        ),
      ),
      environment: facts.apply(([of, found]) => clusterEnvironment(of, found, owner)),
      triggers: [situation.apply(({ decision }) => decision.clusterIdentifier)],
      logging: local.Logging.None,
    },
    // No deleteBeforeReplace: the engine would then delete every object inside by itself first. The
    // scripts tell one creation of the cluster from another, so that the new one is made in the
    // place of the old, and the old one's deletion finds nothing of its own.
    pulumi.mergeOptions(opts, {
      customTimeouts: { create: "15m", update: "15m", delete: "10m" },
    }),
  );
}

/**
 * The Command that reads the cluster's credentials. A repair keeps them: k3d publishes the API
 * server at a port that it chose once. So nothing of a repair or of the ports is an input of it, or
 * a preview would take the credentials, the provider and every object in the cluster for unknown.
 */
export function kubeconfigCommand(
  name: string,
  settings: pulumi.Output<InstanceSettings>,
  cluster: local.Command,
  situation: pulumi.Output<MachineState>,
  opts: pulumi.CustomResourceOptions,
): local.Command {
  return new local.Command(
    name,
    {
      create: KUBECONFIG_SCRIPT,
      environment: settings.apply(({ instance }) => ({ KECS_CLUSTER: clusterName(instance) })),
      triggers: [situation.apply(({ decision }) => decision.clusterIdentifier)],
      logging: local.Logging.None,
      addPreviousOutputInEnv: false,
    },
    pulumi.mergeOptions(opts, { dependsOn: cluster, additionalSecretOutputs: ["stdout"] }),
  );
}

function clusterEnvironment(
  { instance, k3sImage, takeOver }: InstanceSettings,
  { plan, decision }: MachineState,
  owner: string,
): Record<string, string> {
  return {
    KECS_ENSURE_CLUSTER: ENSURE_SCRIPT,
    KECS_REMOVE_CLUSTER: REMOVE_SCRIPT,
    KECS_CLUSTER: clusterName(instance),
    KECS_EPOCH: decision.clusterIdentifier,
    KECS_GENERATION: decision.repairId,
    KECS_IMAGE: k3sImage,
    KECS_OWNER: owner,
    KECS_PORTS: portMappings(plan).join(" "),
    ...(takeOver === undefined ? {} : { KECS_TAKE_OVER: takeOver }),
  };
}
