import * as pulumi from "@pulumi/pulumi";

interface Internals<T> {
  promise(): Promise<T>;
  allResources(): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
}

/** The value of an Output, whose other promises nobody else awaits here. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  const of = output as unknown as Internals<T>;
  void Promise.allSettled([of.isKnown, of.isSecret, of.allResources()]);
  return of.promise();
}

/** Whether an Output is secret. */
export function isSecret(output: pulumi.Output<unknown>): Promise<boolean> {
  return (output as unknown as Internals<unknown>).isSecret;
}

/** An Output whose value nobody can tell yet. */
export function later<T>(value: T): pulumi.Output<T> {
  return pulumi.output<unknown>(Promise.resolve(value)) as pulumi.Output<T>;
}
