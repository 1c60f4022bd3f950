import { localHost } from "../../../../core/hosts";
import type { DescribedCase } from "../../caseFile";
import type { Answer } from "../../client/answer";
import type { Cluster } from "../../cluster";
import { compare } from "../../compare";
import { forwardTo } from "../../plan/plan";
import { SICKLY } from "../../plan/targets";
import { sendOnce } from "../../run/send";
import { fixtureName, type Interpretation } from "../described";

const REQUESTS = 10;
const TASKS = `kecs.dev/service=${SICKLY}`;

/** Waits until Kubernetes was told this of the only target. */
async function untilKnown(cluster: Cluster, reason: string): Promise<void> {
  const path = `{.status.conditions[?(@.reason=="${reason}")].status}=True`;
  try {
    await cluster.kubectl(
      ...["wait", "pod", "--selector", TASKS, `--for=jsonpath=${path}`, "--timeout=60s"],
    );
  } catch (error) {
    const known = await cluster.kubectl(
      ...["get", "pod", "--selector", TASKS, "--output"],
      "jsonpath={range .items[*]}{.metadata.name} {.status}{'\\n'}{end}",
    );
    const log = await cluster.kubectl(
      ...["logs", "deployment/traefik", "--namespace", "kecs-system", "--tail", "20"],
    );
    throw new Error(`${String(error)}\nwhat is known of it:\n${known}\nTraefik's log:\n${log}`);
  }
}

/** `given.targets` of which none is ready: the only one is made sick, and well again. */
export function noneHealthy(of: DescribedCase): Interpretation | undefined {
  if (of.given["targets"] !== "none ready") return undefined;
  const name = fixtureName(of);
  return {
    fixture: {
      albs: [
        {
          name,
          listeners: [{ port: 80, protocol: "HTTP", defaultActions: forwardTo(SICKLY) }],
        },
      ],
      targetGroups: { [SICKLY]: { targets: [SICKLY], isOwn: true } },
    },
    isDisturbing: true,
    run: async ({ outputs, cluster }) => {
      const ask = (method: string, target: string, body?: string): Promise<Answer> =>
        sendOnce({
          ...{ localPort: outputs.connection.httpPort, tls: false, version: "1.1", method },
          ...{ host: localHost(name), target, headers: [] },
          ...(body === undefined ? {} : { body }),
        });
      await untilKnown(cluster, "Healthy");
      const sickened = await ask("POST", "/health", "500");
      if (sickened.status !== 200) {
        throw new Error(`the target was not made sick: ${sickened.status} ${sickened.body}`);
      }
      await untilKnown(cluster, "UnhealthyFailOpen");
      const answers: Answer[] = [];
      for (let i = 0; i < REQUESTS; i += 1) answers.push(await ask("GET", "/"));
      const found = compare({ status: Number(of.expect["status"]) }, answers);
      await cluster.kubectl("delete", "pod", "--selector", TASKS, "--wait=false");
      return found;
    },
  };
}
