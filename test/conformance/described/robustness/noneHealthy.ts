import { localHost } from "../../../../core/hosts";
import type { DescribedCase } from "../../caseFile";
import type { Answer } from "../../client/answer";
import { compare } from "../../compare";
import { forwardTo } from "../../plan/plan";
import { SICKLY } from "../../plan/targets";
import { sendOnce } from "../../run/send";
import { fixtureName, type Interpretation } from "../described";

const REQUESTS = 10;
/** Whether a task is known to be unhealthy, and gets requests all the same. */
const FAILS_OPEN = '{.status.conditions[?(@.reason=="UnhealthyFailOpen")].status}';

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
      const selector = `kecs.dev/service=${SICKLY}`;
      await ask("POST", "/health", "500");
      await cluster.kubectl(
        ...["wait", "pod", "--selector", selector, `--for=jsonpath=${FAILS_OPEN}=True`],
        "--timeout=60s",
      );
      const answers: Answer[] = [];
      for (let i = 0; i < REQUESTS; i += 1) answers.push(await ask("GET", "/"));
      const found = compare({ status: Number(of.expect["status"]) }, answers);
      await cluster.kubectl("delete", "pod", "--selector", selector, "--wait=false");
      return found;
    },
  };
}
