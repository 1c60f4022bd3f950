import { KecsError, problem } from "../../core/validate";
import { refuse } from "../controlPlane/program";

/** Refuses a value that would have to be known before anything resolves. */
export function tooLate(path: string, hint: string): never {
  const message = "it is only known later, and decides which resources there are";
  throw refuse(new KecsError([problem("KECS1008", path, message, hint)]));
}
