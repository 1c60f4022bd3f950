import type { LabStatus } from "../status";

/** One line per part, then the daemon. */
export function statusTable(status: LabStatus): string {
  const rows = status.parts.map((part) => [
    part.state,
    part.title,
    part.size === undefined ? "" : megabytes(part.size),
    part.location ?? "",
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const { answers, own, socket } = status.daemon;
  const daemon = answers
    ? `A Docker daemon answers on ${socket}${own ? ", started by the lab" : ""}.`
    : `No Docker daemon answers on ${socket}.`;
  const verdict = status.ready
    ? "The lab is ready."
    : "The lab is not ready: `npm run lab -- up` makes it so.";
  return [...lines, daemon, verdict].join("\n");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}
