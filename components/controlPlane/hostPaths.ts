import type { Connection } from "../../core/outputs/contract";
import { lookup, publish } from "./program";

/** Tells the components of this program what an instance shares. */
export function publishHostPaths(instance: string, paths: readonly string[]): void {
  publish(key(instance), paths);
}

/** What an instance shares; undefined where an earlier KECS made it, which did not say. */
export function hostPathsOf(connection: Connection): readonly string[] | undefined {
  return connection.hostPaths ?? lookup<readonly string[]>(key(connection.instance));
}

function key(instance: string): string {
  return `instance:${instance}/hostPaths`;
}
