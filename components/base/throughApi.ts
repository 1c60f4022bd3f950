import * as pulumi from "@pulumi/pulumi";
import { KecsError } from "../../core/validate";
import { apiObjects, throughApiIssues } from "../controlPlane/throughApi";
import { refuse } from "../controlPlane/program";

/**
 * Refuses arguments of a component whose object somebody made through AWS's API, before anything is made
 * of them: the API would go on with an object that the program takes for its own.
 */
export function refuseMadeThroughApi(args: unknown, path: string): pulumi.Output<unknown> {
  const instance = instanceOf(args);
  if (instance === undefined) return pulumi.output(undefined);
  return apiObjects(instance).apply((made) => {
    const issues = throughApiIssues(instance, made, path);
    if (issues.length > 0) throw refuse(new KecsError(issues));
  });
}

function instanceOf(args: unknown): string | undefined {
  const { connection } = args as { readonly connection?: { readonly instance?: string } };
  return connection?.instance;
}
