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
    const { environment = [], secrets = [] } = item as Partial<ContainerDefinitionArgs>;
    const plain = plainValue<readonly unknown[]>(secrets);
    return plain === undefined || plain.length > 0 || plainValue(environment) === undefined;
  });
}
