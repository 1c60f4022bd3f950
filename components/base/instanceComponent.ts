import * as pulumi from "@pulumi/pulumi";
import { KecsError, problem } from "../../core/validate";
import { kubernetesProvider } from "./kubernetesProvider";
import { findPlacement, registerPlacement } from "../controlPlane/instances";
import { refuse } from "../controlPlane/program";
import { NoArguments, refuseNoArguments } from "./givenArguments";
import { OBJECT_TRANSFORMATIONS } from "./objectTransformations";

/**
 * A component whose children are Kubernetes objects of an instance. It takes the instance's own
 * provider where the program made that instance, and is refused where it would have none: Pulumi
 * would put the objects into whatever cluster the kubeconfig of the machine names.
 */
export abstract class InstanceComponent extends pulumi.ComponentResource {
  /** Out of sight of those who put the component out. */
  readonly #placement: pulumi.ComponentResourceOptions;

  /**
   * @param of the connection of the instance, or the ARN of something that lives in one, as
   * `fieldOf` takes it from the arguments
   * @param opts an explicit `provider` or `providers`, or a parent's, wins
   */
  constructor(
    type: string,
    name: string,
    of: pulumi.Input<unknown>,
    opts: pulumi.ComponentResourceOptions = {},
  ) {
    const path = `${new.target.name}("${name}")`;
    if (of instanceof NoArguments) refuseNoArguments(of.args, of.field, path);
    const isGiven =
      opts.provider !== undefined ||
      opts.providers !== undefined ||
      (opts.parent !== undefined && kubernetesProvider(opts.parent) !== undefined);
    const { provider, deletedWith } = isGiven ? opts : findPlacement(of);
    const own = isGiven
      ? {}
      : {
          ...(provider === undefined ? {} : { provider }),
          ...(deletedWith === undefined ? {} : { deletedWith }),
        };
    super(
      type,
      name,
      {},
      pulumi.mergeOptions({ ...own, transformations: OBJECT_TRANSFORMATIONS }, opts),
    );
    const found = kubernetesProvider(this);
    if (found === undefined) throw refuse(withoutProvider(path));
    this.#placement = { provider: found, ...(deletedWith === undefined ? {} : { deletedWith }) };
  }

  /** Has components that are given this Output live where this one does. */
  protected shareInstance(output: pulumi.Output<unknown>): void {
    registerPlacement(output, this.#placement);
  }
}

function withoutProvider(path: string): KecsError {
  return new KecsError([
    problem(
      "KECS1033",
      path,
      "has no Kubernetes provider of its instance, so it would go into the cluster of this machine's kubeconfig",
      "pass the options of the KecsInstance as the third argument, or { provider: … } for an instance of another stack",
    ),
  ]);
}
