import { NotSupportedError } from "../../shared/unary";
import { annotation, annotationOf } from "../annotations";
import { conditionOf, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { ready, waiting } from "./verdict";
import type { Verdict } from "./verdict";

interface AwaitedCondition {
  readonly type: string;
  readonly status: string;
}

function parseCondition(expression: string): AwaitedCondition {
  if (expression.startsWith("jsonpath=")) {
    throw new NotSupportedError("kubernetes", `"jsonpath=" in ${annotation.waitFor}`);
  }
  const match = /^condition=([^=]+)(?:=(.+))?$/.exec(expression);
  if (match === null) {
    throw new Error(`expected a "jsonpath=" or "condition=" prefix, got "${expression}"`);
  }
  return { type: match[1] ?? "", status: match[2] ?? "True" };
}

function expressions(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.map(String);
  } catch {
    // One expression that is not a list.
  }
  return [text];
}

/** The conditions that a program wants to wait for instead of the usual ones, if it names any. */
export function awaitedConditions(object: KubeObject): AwaitedCondition[] {
  const text = annotationOf(object, annotation.waitFor);
  return text === "" ? [] : expressions(text).map(parseCondition);
}

export function conditionsVerdict(
  object: KubeObject,
  awaited: readonly AwaitedCondition[],
): Verdict {
  const missing = awaited.find(({ type, status }) => {
    const actual = textAt(conditionOf(object, type), "status");
    return actual.toLowerCase() !== status.toLowerCase();
  });
  if (missing === undefined) return ready("All awaited conditions hold");
  const message = textAt(conditionOf(object, missing.type), "message");
  return waiting(`Waiting for the condition ${missing.type}=${missing.status}`, [
    `the condition ${missing.type} is not ${missing.status}` +
      (message === "" ? "" : `: ${message}`),
  ]);
}
