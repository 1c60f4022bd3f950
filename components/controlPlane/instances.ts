import * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../core/connection";
import { problem, type Issue } from "../../core/validate";
import { plainValue } from "../inputs/inputs";
import { controlPlane } from "./controlPlane";
import type { InstanceEntry } from "./entries";
import { endOfProgram } from "./program";

/** Lets components find the instance that they live in by its name. */
export function registerInstance(name: string, entry: InstanceEntry): void {
  controlPlane().instances.set(name, entry);
}

/** The instance with this name, where this program made it. */
export function findInstance(name: string): InstanceEntry | undefined {
  return controlPlane().instances.get(name);
}

/**
 * Tells the components of this program which options those have that live in an instance.
 *
 * @param of the instance's connection, or the ARN of something that lives in it
 */
export function registerPlacement(
  of: pulumi.Output<unknown>,
  options: pulumi.ComponentResourceOptions,
): void {
  controlPlane().placements.set(of, options);
}

/** The options of the instance that this connection or ARN belongs to, if the program made it. */
export function findPlacement(of: pulumi.Input<unknown>): pulumi.ComponentResourceOptions {
  // By the very Outputs that components pass on: their values may not be known yet.
  const exact = pulumi.Output.isInstance(of) ? controlPlane().placements.get(of) : undefined;
  if (exact !== undefined) return exact;
  const connection = plainValue<{ readonly instance?: string } | string>(of);
  const name = typeof connection === "object" ? connection.instance : undefined;
  return name === undefined ? {} : (findInstance(name)?.options ?? {});
}

/**
 * Which creation of its cluster an instance is going to have, if it is one of this program.
 *
 * @param asker what asks, as errors call it: from then on an instance that is not there is another
 * stack's
 */
export function clusterIdentifierOfProgram(
  name: string,
  asker: string,
): pulumi.Output<string | undefined> {
  return pulumi.output(
    endOfProgram().then(() => {
      const found = findInstance(name);
      if (found === undefined) controlPlane().importedInstances.set(name, asker);
      return found?.clusterIdentifier;
    }),
  );
}

/** The issues of an instance that something of the program took for another stack's. */
export function lateInstance(name: string, path: string): Issue[] {
  const asker = controlPlane().importedInstances.get(name);
  if (asker === undefined) return [];
  const message = `instance "${name}" is only known after ${asker} was made for one of another stack`;
  const hint = `make it before ${asker}, and pass its connection there`;
  return [problem("KECS1013", `${path}.instanceName`, message, hint)];
}

/** What an instance shares; undefined where an earlier KECS made it, which did not say. */
export function hostPathsOf({ hostPaths, instance }: Connection): readonly string[] | undefined {
  return hostPaths ?? findInstance(instance)?.hostPaths;
}
