import { NAMESPACE } from "../../components/internal/labels";
import { run } from "../../components/internal/run";
import { getPods } from "../cluster/argv";
import { parseJson } from "../../components/internal/parseJson";

interface Pod {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly phase?: string;
    readonly containerStatuses?: readonly {
      readonly ready?: boolean;
      readonly restartCount?: number;
      readonly state?: {
        readonly waiting?: { readonly reason?: string; readonly message?: string };
        readonly terminated?: { readonly exitCode?: number; readonly reason?: string };
      };
      readonly lastState?: { readonly terminated?: { readonly exitCode?: number } };
    }[];
  };
}

const MOST = 5;

/** What the tasks that are not ready say of themselves, one in a line, at most five. */
export async function taskEvidence(instance: string): Promise<string[]> {
  const got = await run(getPods(instance, NAMESPACE), { timeoutMs: 10_000 });
  return got.code === 0 ? readTaskEvidence(got.stdout) : ["the cluster does not answer"];
}

export function readTaskEvidence(json: string): string[] {
  const { items } = parseJson<{ readonly items: readonly Pod[] }>(json, "kubectl");
  if (items.length === 0) return ["there are no tasks"];
  const lines = items.flatMap((pod) => {
    const text = describe(pod);
    return text === undefined ? [] : [`task ${pod.metadata.name}: ${text}`];
  });
  return lines.slice(0, MOST);
}

function describe({ status }: Pod): string | undefined {
  const container = status?.containerStatuses?.find((each) => each.ready !== true);
  if (container === undefined) return status?.phase === "Running" ? undefined : status?.phase;
  const { waiting, terminated } = container.state ?? {};
  const exitCode = terminated?.exitCode ?? container.lastState?.terminated?.exitCode;
  const restarts = container.restartCount ?? 0;
  return [
    waiting?.reason ?? terminated?.reason ?? "runs, but its health check fails",
    ...(waiting?.message === undefined ? [] : [waiting.message.slice(0, 120)]),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
    ...(restarts === 0 ? [] : [`${restarts} restarts`]),
  ].join(", ");
}
