import { NAMESPACE } from "../../core/labels";
import { parseJson } from "../../core/validate/parseJson";
import { redactor } from "../../core/text/redact";
import { run } from "../process/run";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import { targetFault } from "../../core/ecs/observed/targetHealth";
import { getPods } from "./argv";
import { secretsIn } from "../../core/ecs/observed/secretsIn";

/** A pod, or a Secret that no message may show. */
interface Listed extends Pod {
  readonly kind?: string;
  readonly data?: Readonly<Record<string, string>>;
}

const MOST = 5;
const LONGEST = 120;

/** What the tasks that are not ready say of themselves, one in a line, at most five. */
export async function taskEvidence(instance: string): Promise<string[]> {
  const got = await run(getPods(instance, NAMESPACE), { timeoutMs: 10_000 });
  return got.code === 0 ? readTaskEvidence(got.stdout) : ["the cluster does not answer"];
}

export function readTaskEvidence(json: string): string[] {
  const { items: all } = parseJson<{ readonly items: readonly Listed[] }>(json, "kubectl");
  const hide = redactor(secretsIn(all));
  const items = all.filter(({ kind }) => kind !== "Secret");
  if (items.length === 0) return ["there are no tasks"];
  const lines = items.flatMap((pod) => {
    const text = describe(pod, hide);
    return text === undefined ? [] : [`task ${pod.metadata.name}: ${text}`];
  });
  return lines.slice(0, MOST);
}

function describe(pod: Pod, hide: (text: string) => string): string | undefined {
  const { status } = pod;
  const container = status?.containerStatuses?.find((each) => each.ready !== true);
  if (container === undefined)
    return status?.phase === "Running" ? targetFault(pod) : status?.phase;
  const { waiting, terminated } = container.state ?? {};
  const exitCode = terminated?.exitCode ?? container.lastState?.terminated?.exitCode;
  const restarts = container.restartCount ?? 0;
  return [
    waiting?.reason ?? terminated?.reason ?? "runs, but its health check fails",
    ...(waiting?.message === undefined
      ? []
      : [hide(waiting.message).replace(/\s+/g, " ").slice(0, LONGEST)]),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
    ...(restarts === 0 ? [] : [`${restarts} restarts`]),
  ].join(", ");
}
