import type { Issue } from "../core/validate";

/** What a command's exit code means; docs/cli.md has the same list. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  environment: 3,
  notFound: 4,
  interrupted: 130,
} as const;

/** The exit code for the issues of a command that failed; the first error decides. */
export function exitCodeFor(issues: readonly Issue[]): number {
  const first = issues.find((issue) => issue.severity === "error");
  if (first === undefined) return EXIT.failed;
  if (first.code === "KECS4005") return EXIT.interrupted;
  if (["KECS4002", "KECS4006", "KECS4007"].includes(first.code)) return EXIT.notFound;
  if (first.code === "KECS4004") return EXIT.failed;
  if (first.code.startsWith("KECS1") || first.code.startsWith("KECS4")) return EXIT.usage;
  if (first.code.startsWith("KECS2")) return EXIT.environment;
  return EXIT.failed;
}
