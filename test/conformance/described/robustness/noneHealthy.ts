import { localHost } from "../../../../components/routing/hosts";
import { eventually } from "../../../e2e/support/eventually";
import type { DescribedCase } from "../../caseFile";
import type { Answer } from "../../client/answer";
import { compare, type Difference } from "../../compare";
import { forwardTo } from "../../program/plan";
import { SICKLY } from "../../program/targets";
import { sendOnce } from "../../run/send";
import { fixtureName, type Interpretation } from "../described";

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
        ...["wait", "pod", "--selector", selector, "--for=condition=Ready=false"],
        "--timeout=60s",
      );
      const found = await whenSettled(of, () => ask("GET", "/"));
      await cluster.kubectl("delete", "pod", "--selector", selector, "--wait=false");
      return found;
    },
  };
}

/** AWS's status never comes here; what does come has to stay. */
async function whenSettled(of: DescribedCase, ask: () => Promise<Answer>): Promise<Difference[]> {
  const status = Number(of.expect["status"]);
  const expected = typeof of.local === "number" ? of.local : status;
  const answer = await eventually(
    async () => {
      const received = await ask();
      if (received.status !== expected) throw new Error(`status ${received.status}`);
      return received;
    },
    { timeoutMs: 10_000 },
  ).catch(ask);
  return compare({ status }, [answer]);
}
