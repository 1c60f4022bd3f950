import * as pulumi from "@pulumi/pulumi";
import { readOwner } from "../../cluster/k3d/owner";
import { controlPlane } from "./controlPlane";

/** How records call the stack that this program runs for. */
export function stackOfProgram(): string {
  return `${pulumi.getProject()}/${pulumi.getStack()}`;
}

/** Tells that an instance of this program was another stack's: what that one made is this one's now. */
export function registerFormerOwner(owner: string | undefined): void {
  const former = owner === undefined ? null : readOwner(owner);
  if (former !== null) controlPlane().formerStacks.add(`${former.project}/${former.stack}`);
}

/** Whether what a stack made is this program's. */
export function isOwnStack(stack: string): boolean {
  return stack === stackOfProgram() || controlPlane().formerStacks.has(stack);
}
