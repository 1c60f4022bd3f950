import type { FaultRow } from "../row";
import { containers } from "./containers";
import { interrupts } from "./interrupts";
import { hanging, machine, names } from "./machine";
import { objects } from "./objects";

/** Every row, in the order of the page. */
export const ROWS: readonly FaultRow[] = [
  ...containers,
  ...objects,
  ...machine,
  ...hanging,
  ...names,
  ...interrupts,
];
