import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { traefikObject } from "../../base/traefikObject";
import type { KubeObject } from "../../../core/lb/traefikObjects/object";

/** Registers the objects of one component, which come out of one pure function. */
export class ObjectMaker<T> {
  constructor(
    private readonly name: string,
    private readonly objects: pulumi.Output<T>,
    private readonly parent: pulumi.Resource,
  ) {}

  /** Registers one of them; `pick` finds it, of the kind that is announced. */
  make(
    role: string,
    kind: KubeObject["kind"],
    pick: (objects: T) => KubeObject | undefined,
    dependsOn: readonly pulumi.Resource[] = [],
  ): k8s.apiextensions.CustomResource {
    const name = role === "" ? this.name : `${this.name}-${role}`;
    const manifest = this.objects.apply((all) => {
      const found = pick(all);
      if (found?.kind !== kind) throw new TypeError(`${name} is no ${kind}`);
      return found;
    });
    return traefikObject(name, kind, manifest, { parent: this.parent, dependsOn: [...dependsOn] });
  }
}
