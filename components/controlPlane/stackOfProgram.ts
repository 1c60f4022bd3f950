import * as pulumi from "@pulumi/pulumi";

/** How records call the stack that this program runs for. */
export function stackOfProgram(): string {
  return `${pulumi.getProject()}/${pulumi.getStack()}`;
}
