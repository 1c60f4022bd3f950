import * as pulumi from "@pulumi/pulumi";
import { peek } from "../internal/inputs";
import { lookup, publish } from "../internal/program";
import type { ListenerOutputs } from "../outputs/contract";

/** The listeners of one load balancer, by the names of their components. */
export type Attachments = Map<string, pulumi.Output<ListenerOutputs>>;

const byArn = new WeakMap<object, Attachments>();

/** Lets listeners find their load balancer by its ARN: the very Output, or its text. */
export function offerAttachments(arn: pulumi.Output<string>, attachments: Attachments): void {
  byArn.set(arn, attachments);
  const plain = peek<string>(arn);
  if (plain !== undefined) publish(`listeners of ${plain}`, attachments);
}

/** The listeners of the load balancer with this ARN, where this program made it. */
export function attachmentsOf(arn: pulumi.Input<string>): Attachments | undefined {
  const plain = peek<string>(arn);
  if (pulumi.Output.isInstance(arn)) {
    const own = byArn.get(arn);
    if (own !== undefined) return own;
  }
  return plain === undefined ? undefined : lookup<Attachments>(`listeners of ${plain}`);
}
