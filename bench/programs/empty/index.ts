/* What every update of a Pulumi program takes. */
export {};
