import { readFileSync } from "node:fs";
import { KecsError, problem } from "../../core/validate";

/** The error of a file or folder that the system does not let KECS at. */
export function fileProblem(
  path: string,
  doing: "read" | "written" | "removed" | "used",
  cause: unknown,
): KecsError {
  const why = (cause as Partial<Error> | undefined)?.message ?? String(cause);
  return new KecsError(
    [
      problem(
        "KECS4008",
        path,
        `it cannot be ${doing}: ${why}`,
        "look at its owner, its permissions and the disk's free space: ls -ld, df",
      ),
    ],
    { cause },
  );
}

/** @throws KecsError KECS4008 where the file cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw fileProblem(file, "read", error);
  }
}

/** The error of a file that nobody expected, if an error is one: Node says of it which and why. */
export function unexpectedFileProblem(error: unknown): KecsError | undefined {
  const { code, path, syscall } = error as Partial<NodeJS.ErrnoException>;
  if (code === undefined || path === undefined) return undefined;
  if (syscall?.startsWith("spawn") === true) return undefined;
  return fileProblem(path, "used", error);
}
