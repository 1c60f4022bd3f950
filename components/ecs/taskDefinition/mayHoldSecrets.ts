import { peek, peekOnce } from "../../inputs/inputs";
import type { TaskDefinitionArgs } from "./args";
import type { ContainerDefinitionArgs } from "./args";

/**
 * Whether a task definition can turn out to have secret values, as far as it can be told before
 * its arguments resolve: resources are made then.
 */
export function mayHoldSecrets({ containerDefinitions }: TaskDefinitionArgs): boolean {
  const list = peekOnce(containerDefinitions);
  if (!Array.isArray(list)) return true;
  return list.some((each: unknown) => {
    const item = peekOnce(each);
    if (item === undefined) return true;
    if (typeof item !== "object" || item === null) return false;
    const { environment = [], secrets = [] } = item as Partial<ContainerDefinitionArgs>;
    const told = peek<readonly unknown[]>(secrets);
    return told === undefined || told.length > 0 || peek(environment) === undefined;
  });
}
