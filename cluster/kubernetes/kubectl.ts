import { kubectlArgv, kubectlArgvWithInput } from "../k3d/kubectl";
import { NAMESPACE } from "../../core/labels";
import { parseJson } from "../../core/validate/parseJson";
import { run } from "../process/run";

/** The cluster's answer, or why there is none. */
export type Answer =
  | { readonly kind: "answer"; readonly text: string }
  /** Nobody is there to be asked, and nobody will be. */
  | { readonly kind: "nobody"; readonly why: string }
  | { readonly kind: "failure"; readonly why: string };

const TIMEOUT_MS = 15_000;
const NOBODY = /No such container|is not running|Cannot connect to the Docker daemon/;
/** As Docker says it. */
const PAUSED = /container \S+ is paused/i;

/** Runs kubectl in the namespace of tasks. */
export async function kubectl(
  instance: string,
  args: readonly string[],
  stdin?: string,
): Promise<Answer> {
  const full = ["-n", NAMESPACE, ...args];
  const argv =
    stdin === undefined ? kubectlArgv(instance, ...full) : kubectlArgvWithInput(instance, ...full);
  const { code, stdout, stderr } = await run(argv, {
    timeoutMs: TIMEOUT_MS,
    ...(stdin === undefined ? {} : { stdin }),
  });
  if (code === 0) return { kind: "answer", text: stdout };
  const why = stderr.trim();
  if (code === 127 && why.startsWith("spawn ")) return { kind: "nobody", why };
  return { kind: NOBODY.test(why) ? "nobody" : "failure", why };
}

/** Whether there is no answer because the node is paused. */
export function isPaused({ why }: { readonly why: string }): boolean {
  return PAUSED.test(why);
}

/** The items of a list, or undefined where there is no answer. */
export function itemsOf<T>(answer: Answer): readonly T[] | undefined {
  if (answer.kind !== "answer") return undefined;
  return parseJson<{ readonly items: readonly T[] }>(answer.text, "kubectl").items;
}
