import * as pulumi from "@pulumi/pulumi";
import type { AlbOutputs, Connection, KecsOutputs } from "./contract";
import { readOutputs } from "./read";

/**
 * What another stack's instance puts out, typed.
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
    const reference = new pulumi.StackReference(stack, {}, opts);
    return new KecsStack(
      reference.outputs.apply((raw) => readOutputs(raw as Record<string, unknown>, stack)),
    );
  }

  /** By which components of this stack join the instance. */
  readonly connection: pulumi.Output<Connection>;
  /** The context inside of the kubeconfig. */
  readonly context: pulumi.Output<string>;
  /** Credentials of the cluster, for a Kubernetes provider of this stack; a secret. */
  readonly kubeconfig: pulumi.Output<string>;
  /** Every load balancer of the stack, by its name. */
  readonly albs: pulumi.Output<Readonly<Record<string, AlbOutputs>>>;
  /** Every listener's URL, by `<load balancer>:<listener port>`. */
  readonly urls: pulumi.Output<Readonly<Record<string, string>>>;

  private constructor(outputs: pulumi.Output<KecsOutputs>) {
    this.connection = outputs.apply((all) => all.connection);
    this.context = outputs.apply((all) => all.context);
    this.kubeconfig = pulumi.secret(outputs.apply((all) => all.kubeconfig));
    this.albs = outputs.apply((all) => all.albs);
    this.urls = outputs.apply((all) => all.urls);
  }
}
