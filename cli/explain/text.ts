import type { Answer, Evaluation, RuleOutcome } from "../../core/lb/evaluate/evaluation";
import type { LoadBalancer, Request } from "../../core/lb/model";
import type { Style } from "../ui/style";
import { failedText, quoted } from "./conditionText";

/** What an explanation tells of. */
export interface Explained {
  readonly url: string;
  readonly request: Request;
  readonly evaluation: Evaluation;
  readonly loadBalancers: readonly LoadBalancer[];
}

const INDENT = "  ";

/** An evaluation for people: who answers, why nobody before that did, and what the answer is. */
export function explanation(explained: Explained, style: Style): string {
  const { url, request, evaluation } = explained;
  return [
    style.bold(`${request.method} ${url}`),
    "",
    ...place(explained),
    ...evaluation.rules.flatMap((outcome) => ruleLines(outcome, style)),
    ...(evaluation.decidedBy === "default action" ? [verdict(true, "default action", style)] : []),
    "",
    ...answerLines(evaluation.answer, request),
  ].join("\n");
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

function ruleLines({ name, priority, failed }: RuleOutcome, style: Style): string[] {
  const label = `rule ${priority} ${name}`;
  if (failed === undefined) return [verdict(true, label, style)];
  const hint = failed.hint === undefined ? [] : [`${INDENT.repeat(3)}hint: ${failed.hint}`];
  return [verdict(false, `${label}: ${failedText(failed)}`, style), ...hint];
}

function verdict(answers: boolean, text: string, style: Style): string {
  return answers ? style.bold(`${INDENT}yes ${text}`) : `${INDENT}no  ${text}`;
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
