import * as pulumi from "@pulumi/pulumi";
import { KecsError } from "../../core/validate";
import { kubernetesProvider } from "../base/kubernetesProvider";
import type { KubernetesResource } from "../controlPlane/entries";
import { objectsOfProgram } from "../controlPlane/objects";
import { listObjects } from "../../cluster/presence/listObjects";
import { missingObjects } from "../../cluster/presence/missingObjects";

/** What identifies an instance's objects: the provider that makes them. */
export interface MadeBy {
  readonly path: string;
  readonly instance: pulumi.Input<string>;
  readonly provider: pulumi.ProviderResource;
}

/** The objects of this program that a provider makes. */
export function objectsOf(provider: pulumi.ProviderResource): KubernetesResource[] {
  return objectsOfProgram().filter((object) => kubernetesProvider(object) === provider);
}

/**
 * Fails an update that leaves the instance without objects of this program. An update that changes
 * nothing asks too: Pulumi compares programs with its state, and would call a deleted Traefik
 * unchanged.
 */
export function refuseMissing({ path, instance, provider }: MadeBy): pulumi.Output<boolean> {
  const made = objectsOf(provider).map(({ kind, metadata }) => ({ kind, metadata }));
  return pulumi.unsecret(pulumi.all([instance, pulumi.output(made)])).apply(async ([of, all]) => {
    if (pulumi.runtime.isDryRun()) return true;
    const present = await listObjects(of);
    if (present === undefined) return true;
    const issues = missingObjects(path, all, present);
    if (issues.length > 0) throw new KecsError(issues);
    return true;
  });
}
