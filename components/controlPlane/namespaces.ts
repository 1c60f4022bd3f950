import { controlPlane } from "./controlPlane";
import type { NamespaceEntry } from "./entries";

/** Lets services of service discovery find their namespace by its id. */
export function registerNamespace(id: string, entry: NamespaceEntry): void {
  controlPlane().namespaces.set(id, entry);
}

/** The namespace with this id, where this program made it. */
export function findNamespace(id: string): NamespaceEntry | undefined {
  return controlPlane().namespaces.get(id);
}
