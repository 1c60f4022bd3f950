import { validateBounds } from "../../../awsNames";
import { problem, type Issue } from "../../../validate";
import { isKind } from "../healthCommand";
import type { ContainerValues } from "../values/container";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const INTERVAL = [5, 300] as const;
const TIMEOUT = [2, 60] as const;
const RETRIES = [1, 10] as const;
const START_PERIOD = [0, 300] as const;

/** A container's health check. */
export function validateHealthCheck(check: ContainerValues["healthCheck"], path: string): Issue[] {
  if (check === undefined) return [];
  return [
    ...validateCommand(check.command, `${path}.command`),
    ...validateBounds(check.interval, INTERVAL, `${path}.interval`, "seconds"),
    ...validateBounds(check.timeout, TIMEOUT, `${path}.timeout`, "seconds"),
    ...validateBounds(check.retries, RETRIES, `${path}.retries`),
    ...validateBounds(check.startPeriod, START_PERIOD, `${path}.startPeriod`, "seconds"),
  ];
}

function validateCommand(command: readonly string[], path: string): Issue[] {
  const [kind, ...rest] = command;
  const hint = 'write ["CMD-SHELL", "<command>"], or ["CMD", "<program>", "<argument>"]';
  if (kind === undefined || kind.trim() === "") {
    return [problem("KECS1008", path, "is empty; it starts with CMD, CMD-SHELL or NONE", hint)];
  }
  if (!isKind(kind)) {
    const message = `starts with "${kind}", not with CMD, CMD-SHELL or NONE: it is run as with CMD`;
    return [{ ...problem("KECS1023", path, message, hint), severity: "warning" }];
  }
  const fits = kind === "NONE" ? rest.length === 0 : rest.some((text) => text.trim() !== "");
  return fits
    ? []
    : [
        problem(
          "KECS1009",
          path,
          kind === "NONE" ? "has more than NONE" : `has no command after "${kind}"`,
          kind === "NONE" ? 'write only ["NONE"]' : "add the command to run",
        ),
      ];
}
