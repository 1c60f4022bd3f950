import { local } from "@pulumi/command";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { commandLine } from "../../cluster/process/commandLine";
import { digest } from "../../core/naming";
import { namesService } from "../../core/ecs/serviceConnect/manifests";
import { RELOAD_SCRIPT } from "../../cluster/dns/scripts";
import { dnsConfigMap } from "../../cluster/dns/manifests";

/** Arguments of an instance's DNS; KecsInstance alone makes one. */
export interface DnsArgs {
  /** Name of the k3d cluster. */
  readonly cluster: pulumi.Input<string>;
  /** Which creation of the cluster it is: a new one has a DNS that knows nothing. */
  readonly clusterIdentifier: pulumi.Input<string>;
  /** What the tasks' own Kubernetes namespace is made of. */
  readonly foundation: readonly pulumi.Resource[];
}

/** What the DNS of an instance knows beside Kubernetes' own names: those of service discovery and Service Connect. */
export class Dns extends pulumi.ComponentResource {
  constructor(name: string, args: DnsArgs, opts: pulumi.ComponentResourceOptions) {
    super("kecs:instance:Dns", name, {}, opts);
    const manifest = dnsConfigMap();
    const files = new k8s.core.v1.ConfigMap(name, manifest, { parent: this });
    new k8s.core.v1.Service(`${name}-connect`, namesService(), {
      parent: this,
      dependsOn: [...args.foundation],
    });
    new local.Command(
      `${name}-reload`,
      {
        create: commandLine("KECS_RELOAD_DNS"),
        environment: { KECS_RELOAD_DNS: RELOAD_SCRIPT, KECS_CLUSTER: args.cluster },
        triggers: [args.clusterIdentifier, digest(JSON.stringify(manifest.data), 16)],
        logging: local.Logging.None,
        addPreviousOutputInEnv: false,
      },
      { parent: this, dependsOn: files },
    );
    this.registerOutputs({});
  }
}
