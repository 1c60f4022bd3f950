import type { Answer } from "../actions/answer";
import { quoted } from "../../text/quoted";
import { isUnrouted } from "./unrouted";

/** What answers in the place of an action that Traefik could not load. */
const NOT_LOADED = /is not loaded\s*$/;

/** A response as it came back. */
export interface ReceivedResponse {
  readonly status: number;
  /** By names in lower case; several lines of a name are one, with commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Every way in which an answer is not the expected one; empty where it is. */
export function differences(expected: Answer, sent: ReceivedResponse): string[] {
  if (expected.type === "forward") return unforwarded(sent);
  const { status, headers, body } = expected;
  return [
    ...(sent.status === status ? [] : [`the status is "${sent.status}", not "${status}"`]),
    ...Object.entries(headers).flatMap(([name, value]) => {
      const received = sent.headers[name.toLowerCase()];
      if (received === value) return [];
      return [
        received === undefined
          ? `there is no ${name}, which should be ${quoted(value)}`
          : `${name} is ${quoted(received)}, not ${quoted(value)}`,
      ];
    }),
    ...(body === undefined || sent.body === body
      ? []
      : [`the body is ${quoted(sent.body)}, not ${quoted(body)}`]),
  ];
}

/** Why an answer cannot be a target's; what a target answers is its own affair. */
function unforwarded({ status, body }: ReceivedResponse): string[] {
  const isGuard = status === 503 && NOT_LOADED.test(body);
  return isUnrouted(status, body) || isGuard
    ? [`the answer is "${status}" of the load balancer, ${quoted(body.trim())}, and not a target's`]
    : [];
}
