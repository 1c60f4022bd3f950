import { KecsError, problem } from "../components/internal/errors";

/** The error of a file or folder that the system does not let KECS at. */
export function fileProblem(path: string, doing: "read" | "written" | "removed", cause: unknown) {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new KecsError(
    [
      problem(
        "KECS4008",
        path,
        `it cannot be ${doing}: ${why}`,
        "look at who owns it and what its permissions are: ls -ld, df",
      ),
    ],
    { cause },
  );
}
