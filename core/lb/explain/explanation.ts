import type { Answer } from "../actions/answer";
import type { Evaluation, RuleOutcome } from "../evaluate/evaluation";
import type { LoadBalancer, Request } from "../model";
import { quoted } from "../../text/quoted";
import { failedText } from "./conditionText";

/** What an explanation tells of. */
export interface Explained {
  readonly url: string;
  readonly request: Request;
  readonly evaluation: Evaluation;
  readonly loadBalancers: readonly LoadBalancer[];
}

/** A line of an explanation. */
export interface ExplanationLine {
  readonly text: string;
  /** Whether it says what the request meets: the lines to be seen first. */
  readonly isMain: boolean;
}

const INDENT = "  ";

/** An evaluation for people: who answers, why nobody before that did, and what the answer is. */
export function explanation(explained: Explained): ExplanationLine[] {
  const { url, request, evaluation } = explained;
  return [
    main(`${request.method} ${url}`),
    plain(""),
    ...place(explained).map(plain),
    ...evaluation.rules.flatMap(ruleLines),
    ...(evaluation.decidedBy === "default action" ? [verdict(true, "default action")] : []),
    plain(""),
    ...answerLines(evaluation.answer, request).map(plain),
  ];
}

function main(text: string): ExplanationLine {
  return { text, isMain: true };
}

function plain(text: string): ExplanationLine {
  return { text, isMain: false };
}

function place({ evaluation, request, loadBalancers }: Explained): string[] {
  const { loadBalancer, listener, host } = evaluation;
  if (loadBalancer === undefined || listener === undefined) {
    return evaluation.decidedBy === "nobody"
      ? reachable(loadBalancers, request)
      : ["no rule is asked"];
  }
  const by = host === "*" ? "which takes every host" : `host ${host ?? ""}`;
  return [
    `load balancer ${loadBalancer}, ${by}`,
    `listener ${listener.protocol} ${listener.port}, local port ${listener.localPort}`,
  ];
}

/** What there is in the place of the load balancer that was looked for. */
function reachable(loadBalancers: readonly LoadBalancer[], { localPort, tls }: Request): string[] {
  const listeners = loadBalancers.flatMap(({ listeners: all }) => all);
  const protocol = tls ? "HTTPS" : "HTTP";
  const here = listeners.filter(
    (each) => each.localPort === localPort && each.protocol === protocol,
  );
  if (here.length > 0) {
    const hosts = new Set(here.flatMap((each) => each.hosts));
    return [`local port ${localPort} answers to ${protocol} for`, ...lines([...hosts])];
  }
  const ports = listeners.map((each) => `${each.localPort} (${each.protocol})`);
  return [
    `local port ${localPort} has no listener for ${protocol}; there are`,
    ...lines([...new Set(ports)]),
  ];
}

function ruleLines({ name, priority, failed }: RuleOutcome): ExplanationLine[] {
  const label = `rule ${priority} ${name}`;
  if (failed === undefined) return [verdict(true, label)];
  const hint = failed.hint === undefined ? [] : [plain(`${INDENT.repeat(3)}hint: ${failed.hint}`)];
  return [verdict(false, `${label}: ${failedText(failed)}`), ...hint];
}

function verdict(answers: boolean, text: string): ExplanationLine {
  return answers ? main(`${INDENT}yes ${text}`) : plain(`${INDENT}no  ${text}`);
}

function answerLines(answer: Answer, request: Request): string[] {
  if (answer.type === "response") {
    const { status, reason, headers, body } = answer;
    return [
      `answer ${status}, ${reason}`,
      ...lines(Object.entries(headers).map(([name, value]) => `${name}: ${value}`)),
      ...(body === undefined || body === "" ? [] : lines([`body ${quoted(body)}`])),
    ];
  }
  const { targetGroups, request: seen } = answer;
  const [only] = targetGroups;
  const width = Math.max(...targetGroups.map(({ name }) => name.length));
  return [
    ...(targetGroups.length === 1 && only !== undefined
      ? [`answer from target group ${only.name}`]
      : [
          "answer from one of",
          ...lines(
            targetGroups.map(({ name, share }) => `${name.padEnd(width)}  ${percent(share)}`),
          ),
        ]),
    ...(seen.url === request.target ? [] : lines([`which sees ${quoted(seen.url)}`])),
  ];
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

function lines(texts: readonly string[]): string[] {
  return texts.map((text) => `${INDENT}${text}`);
}
