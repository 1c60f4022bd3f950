import { local } from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import { clusterConfig } from "./k3d/clusterConfig";
import { clusterName } from "./k3d/names";
import { portMappings } from "./k3d/portMappings";
import { ENSURE_SCRIPT, KUBECONFIG_SCRIPT, REMOVE_SCRIPT } from "./k3d/scripts";
import type { InstanceSettings } from "./settings";
import type { Situation } from "./situation";

/** The Command that holds the cluster: creates it, repairs it, adds ports, removes it. */
export function clusterCommand(
  name: string,
  settings: pulumi.Output<InstanceSettings>,
  situation: pulumi.Output<Situation>,
  opts: pulumi.CustomResourceOptions,
): local.Command {
  const facts = pulumi.all([settings, situation]);
  return new local.Command(
    name,
    {
      create: ENSURE_SCRIPT,
      update: ENSURE_SCRIPT,
      delete: REMOVE_SCRIPT,
      stdin: facts.apply(([{ instance, agents, hostPaths, k3sImage }, { plan, decision }]) =>
        JSON.stringify(
          clusterConfig({ instance, agents, hostPaths, k3sImage, plan, epoch: decision.epoch }),
        ),
      ),
      environment: clusterEnvironment(settings, situation),
      triggers: [situation.apply(({ decision }) => decision.epoch)],
      logging: local.Logging.None,
    },
    // No deleteBeforeReplace: the engine would then delete every object inside by itself first. The
    // scripts tell one creation of the cluster from another, so that the new one is made in the
    // place of the old, and the old one's deletion finds nothing of its own.
    pulumi.mergeOptions(opts, {
      customTimeouts: { create: "15m", update: "15m", delete: "5m" },
    }),
  );
}

/**
 * The Command that reads the cluster's credentials. It runs again after every repair, since k3d
 * may give the API server another port when it makes its load balancer anew.
 */
export function kubeconfigCommand(
  name: string,
  settings: pulumi.Output<InstanceSettings>,
  cluster: local.Command,
  situation: pulumi.Output<Situation>,
  opts: pulumi.CustomResourceOptions,
): local.Command {
  return new local.Command(
    name,
    {
      create: KUBECONFIG_SCRIPT,
      environment: clusterEnvironment(settings, situation),
      triggers: [situation.apply(({ decision }) => decision.epoch)],
      logging: local.Logging.None,
      addPreviousOutputInEnv: false,
    },
    pulumi.mergeOptions(opts, { dependsOn: cluster, additionalSecretOutputs: ["stdout"] }),
  );
}

function clusterEnvironment(
  settings: pulumi.Output<InstanceSettings>,
  situation: pulumi.Output<Situation>,
): pulumi.Output<Record<string, string>> {
  return pulumi
    .all([settings, situation])
    .apply<Record<string, string>>(([{ instance }, { plan, decision }]) => ({
      KECS_CLUSTER: clusterName(instance),
      KECS_EPOCH: decision.epoch,
      KECS_GENERATION: decision.generation,
      KECS_PORTS: portMappings(plan).join(" "),
    }));
}
