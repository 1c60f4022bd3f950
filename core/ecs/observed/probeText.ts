import { printable } from "../../text/printable";
import { latestEvent, type Event, type Pod } from "./kubernetesObjects";

const LONGEST = 200;

/** What the checks of a running container say, as far as events tell. */
export function probeText(pod: Pod, container: string, events: readonly Event[]): string {
  const last = latestEvent(
    pod,
    events,
    ({ reason, involvedObject: { fieldPath = "" } }) =>
      reason === "Unhealthy" && fieldPath.includes(`{${container}}`),
  );
  const [, kind, rest] =
    /^(\w+) probe (?:failed|errored)[^:]*: ([^]*)$/.exec(last?.message ?? "") ?? [];
  if (kind === undefined || rest === undefined) return "its health check does not pass";
  return `${kind.toLowerCase()} probe ${outcome(rest)}`;
}

function outcome(text: string): string {
  const status = /statuscode: (\d+)/.exec(text)?.[1];
  if (status !== undefined) return `answers ${status}`;
  if (/connection refused/.test(text)) return "finds the connection refused";
  if (/deadline exceeded|Client\.Timeout|timed out/.test(text)) return "gets no answer in time";
  const said = printable(text).trim().replace(/\s+/g, " ");
  return said === ""
    ? "fails"
    : `fails: ${said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said}`;
}
