import type * as pulumi from "@pulumi/pulumi";
import { lookup, publish } from "./program";

const KEY = "ingress routes";

/** Every IngressRoute that the program has registered up to now. */
export function routesOfProgram(): pulumi.Resource[] {
  const present = lookup<pulumi.Resource[]>(KEY);
  if (present !== undefined) return present;
  const fresh: pulumi.Resource[] = [];
  publish(KEY, fresh);
  return fresh;
}
