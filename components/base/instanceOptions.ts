import type * as pulumi from "@pulumi/pulumi";
import { peek } from "./inputs";
import { lookup, publish } from "../controlPlane/program";

/** By the very Outputs that components pass on: their values may not be known yet. */
const byOutput = new WeakMap<object, pulumi.ComponentResourceOptions>();
const key = (instance: string): string => `options of instance ${instance}`;

/**
 * Tells the components of this program which options those have that live in an instance.
 *
 * @param of the instance's connection, or the ARN of something that lives in it
 * @param instance its name, where it can be told already
 */
export function publishInstanceOptions(
  of: pulumi.Output<unknown>,
  options: pulumi.ComponentResourceOptions,
  instance?: string,
): void {
  byOutput.set(of, options);
  if (instance !== undefined) publish(key(instance), options);
}

/** The options of the instance that this connection or ARN belongs to, if the program made it. */
export function instanceOptions(of: pulumi.Input<unknown>): pulumi.ComponentResourceOptions {
  const exact = typeof of === "object" && of !== null ? byOutput.get(of) : undefined;
  if (exact !== undefined) return exact;
  const instance = instanceOf(of);
  return (
    (instance === undefined ? undefined : lookup<pulumi.ComponentResourceOptions>(key(instance))) ??
    {}
  );
}

function instanceOf(of: pulumi.Input<unknown>): string | undefined {
  const connection = peek<{ readonly instance?: string } | string>(of);
  return typeof connection === "object" ? connection.instance : undefined;
}
