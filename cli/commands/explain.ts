import { KecsError, problem, type Issue } from "../../core/validate";
import { evaluate } from "../../core/lb/evaluate/evaluate";
import type { Answer } from "../../core/lb/evaluate/evaluation";
import type { Request } from "../../core/lb/model";
import { differences } from "../explain/compare";
import { loadBalancersOf } from "../explain/loadBalancers";
import { ofThisVersion } from "../explain/ofThisVersion";
import { describedRequest } from "../explain/request";
import { send, type Sent } from "../explain/send";
import { explanation } from "../explain/text";
import { prepareMachine } from "../machine/prepare";
import type { Command } from "./context";
import { findOutputs, neverStarted } from "./findOutputs";
import { findExisting } from "./target";

/** `kecs explain`: which rule of which load balancer answers a request, and why no other does. */
export const explain: Command = async (context) => {
  const { io, console, options, operands } = context;
  const url = operands[0] ?? "";
  const { method, header: headers } = options;
  const request = describedRequest({
    url,
    ...(method === undefined ? {} : { method }),
    ...(headers === undefined ? {} : { headers }),
  });
  const target = findExisting(context);
  await prepareMachine(io, console, false, true);
  const outputs = await findOutputs(context, target);
  if (outputs === undefined) throw neverStarted(target);

  const loadBalancers = loadBalancersOf(outputs, target.stack);
  const evaluation = ofThisVersion(target.stack, () => evaluate(loadBalancers, request));
  const text = explanation({ url, request, evaluation, loadBalancers }, console.style);
  const { stack, instance } = target;
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
};

async function sendIt(url: string, request: Request): Promise<Sent> {
  try {
    return await send(request);
  } catch (error) {
    const { message } = error as Error;
    throw new KecsError([
      problem("KECS3002", url, message, "look whether the instance runs: kecs status"),
    ]);
  }
}

function differing(url: string, expected: Answer, sent: Sent): Issue[] {
  return differences(expected, sent).map((difference) =>
    problem("KECS3006", url, difference, "let every route be looked at again: kecs start"),
  );
}
