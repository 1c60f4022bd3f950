import { kindOf } from "../conditions/kinds";
import type { FailedCondition } from "../evaluate/evaluation";
import { quoted } from "../../text/quoted";

/** A failed condition in one line: what came, and what was wanted. */
export function failedText({ condition, received }: FailedCondition): string {
  const kind = kindOf(condition);
  const subject = kind.subject(condition);
  const came =
    received.length === 0 ? `no ${subject}` : `${subject} ${received.map(quoted).join(" and ")}`;
  return `${came}, wanted ${kind.wanted(condition).join(" or ")}`;
}
