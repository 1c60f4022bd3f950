import table from "../constraints.json";

/** What AWS's model demands of a value; scripts/aws-constraints.js makes the table. */
export interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  /** The shapes of a structure's members, of a list's items, of a map's keys and values. */
  readonly members?: Readonly<Record<string, string>>;
  readonly member?: string;
  readonly key?: string;
  readonly value?: string;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly sensitive?: boolean;
}

interface Model {
  readonly operations: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** By service. */
export const MODELS: Readonly<Record<string, Model>> = table;
