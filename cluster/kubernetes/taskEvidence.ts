import { NAMESPACE } from "../../core/labels";
import { parseJson } from "../../core/validate/parseJson";
import { redactor } from "../../core/text/redact";
import { run } from "../process/run";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import { diagnosisText, podDiagnoses } from "../../core/ecs/observed/podDiagnosis";
import { statusesOf } from "../../core/ecs/observed/taskStatus";
import { plural } from "../../core/ecs/deployment/rolloutState";
import { getPods } from "./argv";
import { secretsIn } from "../../core/ecs/observed/secretsIn";

/** A pod, or a Secret that no message may show. */
interface Listed extends Pod {
  readonly kind?: string;
  readonly data?: Readonly<Record<string, string>>;
}

const MOST = 5;

/** Why tasks are not ready, one in a line, the gravest first and at most five. */
export async function taskEvidence(instance: string): Promise<string[]> {
  const got = await run(getPods(instance, NAMESPACE), { timeoutMs: 10_000 });
  return got.code === 0
    ? readTaskEvidence(got.stdout, Date.now())
    : ["the cluster does not answer"];
}

export function readTaskEvidence(json: string, now: number): string[] {
  const { items: all } = parseJson<{ readonly items: readonly Listed[] }>(json, "kubectl");
  const hide = redactor(secretsIn(all));
  const pods = all.filter(({ kind }) => kind !== "Secret");
  if (pods.length === 0) return ["there are no tasks"];
  return pods
    .flatMap((pod) =>
      podDiagnoses(pod, now)
        .slice(0, 1)
        .map((diagnosis) => ({ pod, diagnosis })),
    )
    .sort((a, b) => Number(b.diagnosis.isFailure) - Number(a.diagnosis.isFailure))
    .slice(0, MOST)
    .map(({ pod, diagnosis }) => {
      const text = `task ${pod.metadata.name}: ${diagnosisText(diagnosis, hide)}`;
      const restarts = Math.max(0, ...statusesOf(pod).map((of) => of.restartCount ?? 0));
      return restarts === 0 ? text : `${text}, ${plural(restarts, "restart")}`;
    });
}
