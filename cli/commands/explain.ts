import { KecsError, problem, type Issue } from "../../core/validate";
import { evaluate } from "../../core/lb/evaluate/evaluate";
import type { Answer } from "../../core/lb/actions/answer";
import type { Request } from "../../core/lb/model";
import { differences, type ReceivedResponse } from "../../core/lb/explain/differences";
import { loadBalancersOf } from "../../core/outputs/loadBalancers";
import { ofThisVersion } from "../../core/outputs/ofThisVersion";
import { describedRequest } from "../explain/request";
import { send } from "../explain/send";
import { explanationText } from "../text/explanationText";
import { prepareMachine } from "../machine/prepare";
import type { Command } from "../command";
import { asleep } from "../engine/atRest";
import { findWays } from "../engine/findWays";
import { findOutputs, neverStarted } from "../engine/findOutputs";
import { selectExistingStack } from "../project/selectedStack";

/** The options of `kecs explain`. */
interface ExplainOptions {
  readonly method?: string;
  readonly header?: readonly string[];
  readonly send?: boolean;
}

/** `kecs explain`: which rule of which load balancer answers a request, and why no other does. */
export const explain: Command<ExplainOptions> = {
  name: "explain",
  summary: "say which rule of which load balancer answers a request, and why",
  arguments: [{ name: "<url>", summary: "the URL of the request" }],
  options: [
    { flags: "--method <method>", summary: "its method", default: "GET" },
    {
      flags: "--header <line>",
      summary: "a header of the request; can be repeated",
      isRepeatable: true,
    },
    { flags: "--send", summary: "also send the request, and compare the answer" },
  ],
  async run(context) {
    const { io, console, options, operands } = context;
    const url = operands[0] ?? "";
    const { method, header: headers } = options;
    const request = describedRequest({
      url,
      ...(method === undefined ? {} : { method }),
      ...(headers === undefined ? {} : { headers }),
    });
    const selected = selectExistingStack(context);
    await prepareMachine(io, console, false, true);
    const outputs = await findOutputs(io.env, selected);
    if (outputs === undefined) throw neverStarted(selected);

    const ways = await findWays(io.env, outputs);
    if (options.send === true && ways.asleep) throw asleep(selected);
    const loadBalancers = loadBalancersOf(ways.albs, selected.stack);
    const evaluation = ofThisVersion(selected.stack, () => evaluate(loadBalancers, request));
    const text = explanationText({ url, request, evaluation, loadBalancers }, console.style);
    const { stack, instance } = selected;
    const data = { stack, instance, request, evaluation };
    if (options.send !== true) return { data, text };

    const sent = await sendIt(url, request);
    const issues = differing(url, evaluation.answer, sent);
    const outcome = issues.length === 0 ? "as expected" : "not as expected";
    return {
      data: { ...data, sent },
      text: `${text}\n\nsent: ${sent.status}, ${outcome}`,
      issues,
    };
  },
};

async function sendIt(url: string, request: Request): Promise<ReceivedResponse> {
  try {
    return await send(request);
  } catch (error) {
    const { message } = error as Error;
    throw new KecsError([
      problem("KECS3002", url, message, "check whether the instance runs: kecs status"),
    ]);
  }
}

function differing(url: string, expected: Answer, sent: ReceivedResponse): Issue[] {
  return differences(expected, sent).map((difference) =>
    problem("KECS3006", url, difference, "have every route checked again: kecs start"),
  );
}
