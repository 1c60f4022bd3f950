import { serverContainer } from "./names";

/** kubectl inside of the node: it is there for certain, and has the rights. */
export function kubectl(instance: string, ...args: string[]): string[] {
  return ["docker", "exec", serverContainer(instance), "kubectl", ...args];
}
