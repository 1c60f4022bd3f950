import { containsSecret, isMap, isSecret, secret } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";

function markSecretKind(outputs: PropertyMap): PropertyMap {
  const marked = ["data", "stringData"].flatMap((key) => {
    const value = outputs[key];
    return value === undefined || value === null ? [] : [[key, secret(value)] as const];
  });
  return { ...outputs, ...Object.fromEntries(marked) };
}

function markValue(output: PropertyValue, input: PropertyValue): PropertyValue {
  if (isMap(output) && isMap(input) && !isSecret(output) && !isSecret(input)) {
    return markSecrets(output, input);
  }
  return containsSecret(input) ? secret(output) : output;
}

/**
 * Carries marks of secrecy from inputs over to outputs. A list with a secret in it becomes secret
 * as a whole, since its order may change; the data of a Secret always is.
 */
export function markSecrets(outputs: PropertyMap, inputs: PropertyMap): PropertyMap {
  if (outputs["kind"] === "Secret") return markSecretKind(outputs);
  return Object.fromEntries(
    Object.entries(outputs).map(([key, output]) => {
      const input = inputs[key];
      return [key, input === undefined ? output : markValue(output, input)];
    }),
  );
}
