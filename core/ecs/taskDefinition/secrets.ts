import { digest, kubernetesName } from "../../naming";
import { FIRELENS_DRIVER } from "../pod/firelens/routing";
import { isWithin } from "../../paths";
import type { WithSecrets } from "../../withSecrets";
import { secretValue } from "./secretValue";
import type { TaskDefinitionValues } from "./values/taskDefinition";

/** A variable of a container whose value lies in the task definition's Secret. */
export interface SecretVariable {
  /** Index of the container. */
  readonly container: number;
  readonly name: string;
  /** Its key in the Secret. */
  readonly key: string;
  readonly value: string;
}

/** Name of the Secret with the values of a task definition. */
export function secretsName(family: string): string {
  return kubernetesName(`td-${family}-secrets`);
}

/**
 * Every variable with a secret value: those of `secrets`, and those of `environment` that are
 * secret inputs. What has no value is left out: validation has refused it.
 */
export function secretVariables(of: WithSecrets<TaskDefinitionValues>): SecretVariable[] {
  return of.value.containerDefinitions.flatMap((container, index) => {
    const variable = (name: string, value: string): SecretVariable => ({
      container: index,
      name,
      key: secretKey(container.name, name),
      value,
    });
    const environment = (container.environment ?? []).flatMap(({ name, value }, i) =>
      value !== undefined && isSecretVariable(of, index, i) ? [variable(name, value)] : [],
    );
    const secrets = (container.secrets ?? []).flatMap(({ name, valueFrom }) => {
      const value = secretValue(valueFrom, of.value.secretValues ?? {});
      return "value" in value ? [variable(name, value.value)] : [];
    });
    return [...environment, ...secrets, ...routerVariables(of.value, index)];
  });
}

/** The router's variables with the values of `secretOptions`, which its configuration names. */
function routerVariables(
  { containerDefinitions, secretValues = {} }: TaskDefinitionValues,
  index: number,
) {
  const router = containerDefinitions[index];
  if (router?.firelensConfiguration === undefined) return [];
  return containerDefinitions.flatMap(({ logConfiguration }, i) =>
    logConfiguration?.logDriver === FIRELENS_DRIVER
      ? (logConfiguration.secretOptions ?? []).flatMap(({ name: option, valueFrom }) => {
          const found = secretValue(valueFrom, secretValues);
          const name = optionVariable(option, i);
          const key = secretKey(router.name, name);
          return "value" in found ? [{ container: index, name, key, value: found.value }] : [];
        })
      : [],
  );
}

/** The variable of a router that holds an option of the container with that index. */
export function optionVariable(option: string, container: number): string {
  return `${option}_${container}`;
}

/** Whether an entry of `environment`, or what it lies in, is a secret input. */
export function isSecretVariable(
  of: Pick<WithSecrets<unknown>, "secrets">,
  container: number,
  variable: number,
): boolean {
  const path = `containerDefinitions[${container}].environment[${variable}].value`;
  return isWithin(path, of.secrets);
}

/** A container's name has no dot: the first one of a key ends it. */
function secretKey(container: string, name: string): string {
  const key = `${container}.${name}`;
  return /^[-._A-Za-z0-9]{1,253}$/.test(key) ? key : `${digest(container, 8)}.${digest(name, 16)}`;
}
