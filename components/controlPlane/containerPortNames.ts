import type * as pulumi from "@pulumi/pulumi";
import type {
  ContainerPortNames,
  Identity,
  Join,
} from "../../core/lb/targetGroup/containerPortNames";
import { isObject } from "../../core/support/fieldWalk";
import { plainValue } from "../inputs/inputs";
import { controlPlane } from "./controlPlane";

/** What the container ports of the program are called, of which target groups reach their tasks. */
export function containerPortNames(): ContainerPortNames {
  return controlPlane().containerPortNames;
}

/** What identifies a target group before its ARN resolves: its text, or the Output. */
export function groupIdentity(arn: pulumi.Input<string>): Identity {
  return plainValue<string>(arn) ?? arn;
}

interface Attachment {
  readonly targetGroupArn: pulumi.Input<string>;
  readonly containerPort: pulumi.Input<number>;
}

/** The joins of a service whose arguments are plain values; undefined where one has yet to resolve. */
export function plainJoins(
  service: Identity,
  attachments: pulumi.Input<readonly pulumi.Input<Attachment>[] | undefined>,
): Join[] | undefined {
  if (!Array.isArray(attachments)) return undefined;
  const joins: Join[] = [];
  for (const [index, attachment] of (attachments as unknown[]).entries()) {
    // Programs without types can bring anything, which is refused later.
    if (!isObject(attachment) || !("targetGroupArn" in attachment)) return undefined;
    const { targetGroupArn, containerPort: port } = attachment as unknown as Attachment;
    const containerPort = plainValue<number>(port);
    if (containerPort === undefined) return undefined;
    joins.push({ service, index, group: groupIdentity(targetGroupArn), containerPort });
  }
  return joins;
}
