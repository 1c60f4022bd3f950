import * as pulumi from "@pulumi/pulumi";
import { endOfProgram, lookup, publish } from "./program";

const key = (instance: string): string => `kecs:epoch:${instance}`;

/** Tells which creation of its cluster an instance of this program is going to have. */
export function publishEpoch(instance: string, epoch: pulumi.Output<string>): void {
  publish(key(instance), epoch);
}

/** The same for an instance, if it is one of this program. */
export function epochOfProgram(instance: string): pulumi.Output<string | undefined> {
  const found = endOfProgram().then(() => lookup<pulumi.Output<string>>(key(instance)));
  return pulumi.output(found);
}
