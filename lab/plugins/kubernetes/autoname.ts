import { randomBytes } from "node:crypto";

import { isUnknown } from "../shared/properties";
import type { Autonaming } from "../shared/provider";

import { annotated, annotation, isAnnotated } from "./annotations";
import { at, nameOf, withAt } from "./kubeObject";
import type { KubeObject } from "./kubeObject";

export function isNamed(object: KubeObject): boolean {
  return nameOf(object) !== "" || isUnknown(at(object, "metadata", "name"));
}

export function isAutonamed(object: KubeObject): boolean {
  return isAnnotated(object, annotation.autonamed);
}

function withName(object: KubeObject, name: string): KubeObject {
  return annotated(withAt(object, ["metadata", "name"], name), annotation.autonamed);
}

/** Names an object that its program left unnamed: as before, or after the resource. */
export function autoname(
  object: KubeObject,
  old: KubeObject | undefined,
  resourceName: string,
  autonaming: Autonaming | undefined,
): KubeObject {
  if (isNamed(object)) return object;
  if (at(object, "metadata", "generateName") !== undefined) {
    throw new Error(
      "the `.metadata.generateName` field is not supported in Server-Side Apply mode",
    );
  }
  if (old !== undefined) return isAutonamed(old) ? withName(object, nameOf(old)) : object;
  if (autonaming?.mode === "disable") {
    throw new Error("autonaming is disabled, resource requires the .metadata.name field to be set");
  }
  const random = `${resourceName}-${randomBytes(4).toString("hex")}`;
  return withName(object, autonaming?.proposedName || random);
}
