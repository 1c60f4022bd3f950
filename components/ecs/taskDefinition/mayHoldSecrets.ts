import { plainValue, plainOutermost } from "../../inputs/inputs";
import type { TaskDefinitionArgs } from "./args";
import type { ContainerDefinitionArgs } from "./args";

/**
 * Whether a task definition can turn out to have secret values, as far as its plain arguments say:
 * resources are made before the others resolve.
 */
export function mayHoldSecrets({ containerDefinitions }: TaskDefinitionArgs): boolean {
  const list = plainOutermost(containerDefinitions);
  if (!Array.isArray(list)) return true;
  return list.some((each: unknown) => {
    const item = plainOutermost(each);
    if (item === undefined) return true;
    if (typeof item !== "object" || item === null) return false;
    const {
      environment = [],
      secrets = [],
      logConfiguration = {},
    } = item as Partial<ContainerDefinitionArgs>;
    const log = plainValue<{ readonly secretOptions?: readonly unknown[] }>(logConfiguration);
    return (
      mayHaveItems(secrets) ||
      log === undefined ||
      mayHaveItems(log.secretOptions ?? []) ||
      plainValue(environment) === undefined
    );
  });
}

function mayHaveItems(list: unknown): boolean {
  const plain = plainValue<readonly unknown[]>(list);
  return plain === undefined || plain.length > 0;
}
