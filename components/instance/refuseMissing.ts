import * as pulumi from "@pulumi/pulumi";
import { KecsError } from "../../core/validate";
import { kubernetesProvider } from "../base/kubernetesProvider";
import { objectsOfProgram } from "../controlPlane/objects";
import { endOfProgram } from "../controlPlane/program";
import { listObjects } from "../../cluster/presence/listObjects";
import { missingObjects } from "../../cluster/presence/missingObjects";

/** What identifies an instance's objects: the provider that makes them. */
export interface MadeBy {
  readonly path: string;
  readonly instance: pulumi.Input<string>;
  readonly provider: pulumi.ProviderResource;
}

/**
 * Fails an update that leaves the instance without objects of this program, once all of them are
 * made. An update that changes nothing asks too: Pulumi compares programs with its state, and would
 * call a deleted Traefik unchanged.
 */
export function refuseMissing({ path, instance, provider }: MadeBy): pulumi.Output<boolean> {
  const made = endOfProgram().then(() =>
    objectsOfProgram()
      .filter((object) => kubernetesProvider(object) === provider)
      .map(({ kind, metadata, urn }) => ({ kind, metadata, urn })),
  );
  return pulumi.unsecret(pulumi.all([instance, pulumi.output(made)])).apply(async ([of, all]) => {
    if (pulumi.runtime.isDryRun()) return true;
    const present = await listObjects(of);
    if (present === undefined) return true;
    const issues = missingObjects(path, all, present);
    if (issues.length > 0) throw new KecsError(issues);
    return true;
  });
}
