import * as pulumi from "@pulumi/pulumi";
import type { AlbOutputs, KecsOutputs } from "../../core/outputs/contract";
import type { Connection } from "../../core/connection";
import { readOutputs } from "../../core/outputs/read";
import {
  REFERENCE_FIELDS,
  validateReference,
  type ReferenceValues,
} from "../../core/outputs/reference";
import { validateArguments } from "../../core/support/argumentFields";
import { report } from "../base/validated";

/**
 * The outputs of another stack's instance, typed.
 *
 * @example
 * const myapp = KecsStack.reference("organization/kecs/dev");
 * export const url = myapp.urls["myapp-alb:80"];
 */
export class KecsStack {
  /**
   * Reads the outputs of a stack.
   *
   * @param stack `<organization>/<project>/<stack>`; with a local backend the organization is
   * called `organization`
   */
  static reference(stack: string, opts?: pulumi.CustomResourceOptions): KecsStack {
    const path = "KecsStack.reference";
    report(
      validateArguments<ReferenceValues>(REFERENCE_FIELDS, { stack }, path, (values) =>
        validateReference(values, path),
      ),
    );
    const reference = new pulumi.StackReference(stack, {}, opts);
    return new KecsStack(reference, stack);
  }

  /** Assigns components of this stack to the instance. */
  readonly connection: pulumi.Output<Connection>;
  /** The context inside of the kubeconfig. */
  readonly context: pulumi.Output<string>;
  /** Credentials of the cluster, for a Kubernetes provider of this stack; a secret. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Every load balancer of the stack, by its name. */
  readonly albs: pulumi.Output<Readonly<Record<string, AlbOutputs>>>;
  /** Every listener's URL, by `<load balancer>:<listener port>`. */
  readonly urls: pulumi.Output<Readonly<Record<string, string>>>;

  private constructor(reference: pulumi.StackReference, stack: string) {
    // All outputs together are secret as soon as one is; what is read here must be right, and no more.
    const read = pulumi.unsecret(reference.outputs).apply(async (raw) => {
      await readOutputs(raw, stack);
    });
    const output = <K extends keyof KecsOutputs>(name: K): pulumi.Output<KecsOutputs[K]> =>
      pulumi
        .all([reference.getOutput(name), read])
        .apply<KecsOutputs[K]>(([value]) => value as KecsOutputs[K]);
    this.connection = output("connection");
    this.context = output("context");
    this.kubeconfig = pulumi.secret(output("kubeconfig"));
    this.albs = output("albs");
    this.urls = output("urls");
  }
}
