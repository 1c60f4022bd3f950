import type * as pulumi from "@pulumi/pulumi";

/** The fields of plain values as a program may give them: Outputs and Promises at every depth. */
export type InputsOf<T> = { readonly [K in keyof T]: pulumi.Input<NestedInputs<T[K]>> };

/** What may stand inside of a field of `InputsOf`. */
export type NestedInputs<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? pulumi.Input<NestedInputs<Item>>[]
    : InputsOf<T>;
