import { serverContainer } from "./names";

/** kubectl inside of the node: it is there for certain, and has the rights. */
export function kubectlArgv(instance: string, ...args: string[]): string[] {
  return ["docker", "exec", serverContainer(instance), "kubectl", ...args];
}

/** The same with something on its standard input. */
export function kubectlArgvWithInput(instance: string, ...args: string[]): string[] {
  return ["docker", "exec", "-i", serverContainer(instance), "kubectl", ...args];
}
