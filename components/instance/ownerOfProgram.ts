import * as pulumi from "@pulumi/pulumi";
import { backendIdentity } from "../../cluster/machine/backendIdentity";
import { ownerOf } from "../../cluster/k3d/owner";

/** The stack that this program runs for. */
export function ownerOfProgram(): string {
  return ownerOf({
    backend: backendIdentity(process.env, process.cwd()),
    project: pulumi.getProject(),
    stack: pulumi.getStack(),
  });
}
