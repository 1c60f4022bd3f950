import * as pulumi from "@pulumi/pulumi";
import { KecsError } from "../../core/validate";
import { objectsOfOthers, issuesOfOthers, sleepOfImported } from "../controlPlane/others";
import { refuse } from "../controlPlane/program";

/**
 * Refuses arguments of a component whose object AWS's API or another stack made, before anything is made of
 * them: two would go on with an object that each takes for its own.
 */
export function refuseMadeByOthers(args: unknown, path: string): pulumi.Output<unknown> {
  const instance = instanceOf(args);
  if (instance === undefined) return pulumi.output(undefined);
  return pulumi
    .all([objectsOfOthers(instance), sleepOfImported(instance)])
    .apply(([made, sleep]) => {
      const issues = [...sleep, ...issuesOfOthers(instance, made, path)];
      if (issues.length > 0) throw refuse(new KecsError(issues));
    });
}

function instanceOf(args: unknown): string | undefined {
  const { connection } = args as { readonly connection?: { readonly instance?: string } };
  return connection?.instance;
}
