import { KecsError, problem, type Code } from ".";
import { jsonPosition } from "./jsonPosition";

/**
 * What a JSON text holds. The error says where the text stops to be JSON and quotes nothing of it, as
 * that of `JSON.parse` does: it can be an object of the cluster, credentials included.
 *
 * @param of whose text it is, as the error's place
 * @throws KecsError of the given code, KECS3004 by default: other programs' answers are JSON
 */
export function parseJson<T>(text: string, of: string, code: Code = "KECS3004"): T {
  try {
    // eslint-disable-next-line no-restricted-properties -- its error goes no further
    return JSON.parse(text) as T;
  } catch {
    const { line, column } = jsonPosition(text) ?? { line: 1, column: 1 };
    const where = text.trim() === "" ? "it is empty" : `from line ${line}, column ${column} on`;
    throw new KecsError([
      problem(code, of, `its output is not JSON: ${where}`, "run the command again"),
    ]);
  }
}
