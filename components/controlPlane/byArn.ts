import * as pulumi from "@pulumi/pulumi";
import { plainValue } from "../inputs/inputs";
import type { ByArn } from "./controlPlane";

/** Lets others find something by its ARN: by the very Output, or by its text as soon as that is known. */
export function register<Entry>(all: ByArn<Entry>, arn: pulumi.Output<string>, entry: Entry): void {
  all.output.set(arn, entry);
  const text = plainValue<string>(arn);
  if (text !== undefined) all.text.set(text, entry);
  // Before whatever is made of this Output: it may be found by its text alone.
  else arn.apply((later) => all.text.set(later, entry));
}

/** What was registered with this ARN. */
export function find<Entry>(all: ByArn<Entry>, arn: pulumi.Input<string>): Entry | undefined {
  const own = pulumi.Output.isInstance(arn)
    ? all.output.get(arn as pulumi.Output<string>)
    : undefined;
  if (own !== undefined) return own;
  const text = plainValue<string>(arn);
  return text === undefined ? undefined : all.text.get(text);
}
