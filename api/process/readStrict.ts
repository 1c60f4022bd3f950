import { KecsError, problem } from "../../core/validate";

/** Has the API refuse what AWS refuses and an instance could take. */
const STRICT_VARIABLE = "KECS_API_STRICT";

/** @throws KecsError KECS1008 for a value that says neither */
export function readStrict(env: Readonly<Record<string, string | undefined>>): boolean {
  const text = env[STRICT_VARIABLE] ?? "";
  if (text === "" || text === "0") return false;
  if (text === "1") return true;
  throw new KecsError([
    problem(
      "KECS1008",
      STRICT_VARIABLE,
      `"${text}" is neither 1 nor 0`,
      "write 1 to have the AWS API refuse what AWS refuses, or unset it",
    ),
  ]);
}
