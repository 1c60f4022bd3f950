import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { targetGroupArn } from "../../../core/arn";
import type { Issue } from "../../../core/validate";
import { dependingOn, mapInput, pick, withDefault } from "../../inputs/inputs";
import { validatedArguments } from "../../base/validated";
import { claimArn } from "../../controlPlane/claims";
import { containerPortNames, groupIdentity } from "../../controlPlane/containerPortNames";
import { endOfProgram } from "../../controlPlane/program";
import { registerTargetGroup } from "../../controlPlane/targetGroups";
import { InstanceComponent } from "../../base/instanceComponent";
import { objectRecord } from "../../base/objectRecord";
import { fieldOf } from "../../base/givenArguments";
import type { Connection } from "../../../core/connection";
import type { TargetGroupArgs } from "./args";
import { TARGET_GROUP_FIELDS } from "../../../core/lb/targetGroup/fields";
import { hostAddress } from "./hostAddress";
import {
  hostTargets,
  THIS_MACHINE,
  type HostTarget,
} from "../../../core/lb/targetGroup/hostTarget";
import {
  hostEndpoints,
  hostTargetManifest,
  targetGroupManifest,
} from "../../../core/lb/targetGroup/manifests";
import { targetGroupModel } from "../../../core/lb/targetGroup/model";
import { DEFAULT_PORT, targetGroupRecord } from "../../../core/lb/targetGroup/record";
import { targetHealthCheck } from "../../../core/lb/targetGroup/targetHealth";
import { validateTargetGroup } from "../../../core/lb/targetGroup/validate";
import type { TargetGroupValues } from "../../../core/lb/targetGroup/values";

interface Resolved extends TargetGroupValues {
  readonly connection: Connection;
}

/**
 * A target group: the healthy tasks of every service that is attached to it, and the processes
 * in `targets`.
 *
 * @example
 * const web = new TargetGroup("web", { connection, healthCheck: { path: "/healthz" } }, opts);
 * const onMyMachine = new TargetGroup("dev", { connection, targets: ["localhost:3000"] }, opts);
 */
export class TargetGroup extends InstanceComponent {
  /** The target group's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly service: k8s.core.v1.Service;
    /** One for each of the `targets`. */
    readonly targets: readonly k8s.discovery.v1.EndpointSlice[];
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: TargetGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:lb:TargetGroup", name, fieldOf(args, "connection"), opts);
    const path = `TargetGroup("${name}")`;
    const resolved = validatedArguments<Resolved>(
      { ...args, name: withDefault(args.name, name) },
      { fields: TARGET_GROUP_FIELDS, path },
      (values) => validateTargetGroup(values, path),
      (values) => register(values, path),
    );

    const portNames = containerPortNames();
    const service = new k8s.core.v1.Service(
      name,
      pick(
        resolved.apply(async (of) => {
          await endOfProgram();
          const number = portNames.assign(groupIdentity(this.arn));
          return targetGroupManifest(
            of.name,
            of.port ?? DEFAULT_PORT,
            targetHealthCheck(of),
            number,
          );
        }),
        "metadata",
        "spec",
      ),
      { parent: this },
    );
    const targets = this.makeTargets(name, hostTargets(args.targets ?? []), resolved);
    const content = resolved.apply((of) => targetGroupRecord(of, arnOf(of)));
    const record = objectRecord(name, content, this);
    this.name = mapInput(resolved, (of) => of.name);
    this.arn = dependingOn(mapInput(resolved, arnOf), [service, ...targets, record]);
    portNames.add(groupIdentity(this.arn));
    this.nodes = { service, targets, record };
    this.registerOutputs({ arn: this.arn, name: this.name });
  }

  private makeTargets(
    name: string,
    targets: readonly HostTarget[],
    resolved: pulumi.Output<Resolved>,
  ): k8s.discovery.v1.EndpointSlice[] {
    if (targets.length === 0) return [];
    const here = resolved.apply(async ({ connection }) =>
      targets.some(({ host }) => host === THIS_MACHINE)
        ? await hostAddress(connection.instance, `TargetGroup("${name}")`)
        : "",
    );
    return targets.map((target) => {
      const address = target.host === THIS_MACHINE ? here : pulumi.output(target.host);
      const manifest = resolved.apply((of) => hostTargetManifest(of.name, target));
      return new k8s.discovery.v1.EndpointSlice(
        `${name}-${target.host}`,
        {
          ...pick(manifest, "metadata", "addressType", "ports"),
          // By itself, since a preview may know everything but the address.
          endpoints: address.apply(hostEndpoints),
        },
        { parent: this },
      );
    });
  }
}

function register(values: Resolved, path: string): Issue[] {
  const arn = arnOf(values);
  registerTargetGroup(arn, { model: targetGroupModel(values, arn), values });
  return claimArn(arn, path);
}

function arnOf(of: Resolved): string {
  return targetGroupArn(of.connection, of.name);
}
