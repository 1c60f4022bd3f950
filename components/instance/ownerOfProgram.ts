import * as pulumi from "@pulumi/pulumi";
import { backendIdentity } from "./backendIdentity";
import { ownerOf } from "./k3d/owner";

/** The stack that this program runs for. */
export function ownerOfProgram(): string {
  return ownerOf({
    backend: backendIdentity(process.env, process.cwd()),
    project: pulumi.getProject(),
    stack: pulumi.getStack(),
  });
}
