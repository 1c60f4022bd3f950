import { isMap, isSecret, revealMap, secret } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";

import { withKubernetesNames, withPulumiNames } from "./fieldNames";
import { isKind } from "./kubeObject";
import type { KubeObject } from "./kubeObject";
import { markSecrets } from "./secrecy";

const inputsKey = "__inputs";
const initialApiVersionKey = "__initialApiVersion";
const fieldManagerKey = "__fieldManager";

/** What the state holds about an object, beside the object itself. */
export interface Checkpoint {
  readonly inputs: KubeObject;
  readonly live: KubeObject;
  readonly initialApiVersion: string;
  readonly fieldManager: string;
}

/** A Kubernetes object out of a resource's properties, in which unknown values stay marked. */
export function toKubeObject(properties: PropertyMap): KubeObject {
  return withKubernetesNames(revealMap(properties));
}

/** The outputs of a resource; `secretInputs` tells what of it is secret. */
export function toOutputs(checkpoint: Checkpoint, secretInputs: PropertyMap): PropertyMap {
  const live = markSecrets(withPulumiNames(checkpoint.live), secretInputs);
  const { stringData } = secretInputs;
  const { data } = live;
  if (isKind(checkpoint.live, "", "Secret") && stringData !== undefined && isMap(data)) {
    live["data"] = secret(data);
  }
  return {
    ...live,
    [inputsKey]: markSecrets(withPulumiNames(checkpoint.inputs), secretInputs),
    [initialApiVersionKey]: checkpoint.initialApiVersion,
    [fieldManagerKey]: checkpoint.fieldManager,
  };
}

function textOf(value: PropertyMap[string] | undefined): string {
  const open = isSecret(value) ? value["value"] : value;
  return typeof open === "string" ? open : "";
}

/** Reads a resource's recorded outputs. */
export function fromOutputs(outputs: PropertyMap): Checkpoint {
  const live = toKubeObject(outputs);
  const recorded = live[inputsKey];
  const inputs = isMap(recorded) ? recorded : {};
  const own = [inputsKey, initialApiVersionKey, fieldManagerKey];
  return {
    inputs,
    live: Object.fromEntries(Object.entries(live).filter(([key]) => !own.includes(key))),
    initialApiVersion: textOf(outputs[initialApiVersionKey]) || textOf(inputs["apiVersion"]),
    fieldManager: textOf(outputs[fieldManagerKey]),
  };
}
