import { setTimeout as pause } from "node:timers/promises";
import { localHost } from "../../../../core/hosts";
import { targetGroupService } from "../../../../core/lb/targetGroup/manifests";
import type { DescribedCase } from "../../caseFile";
import { valuesOf, type Answer } from "../../client/answer";
import { cookieNames, type Difference } from "../../compare";
import type { Cluster } from "../../cluster";
import { forwardTo } from "../../plan/plan";
import { sendOnce } from "../../run/send";
import { fixtureName, type Interpretation } from "../described";

const GROUP = "twins";

/** `given.change` of `target removed`, under a client that has the cookie of that target. */
export function removedTarget(of: DescribedCase): Interpretation | undefined {
  if (of.given["change"] !== "target removed") return undefined;
  const name = fixtureName(of);
  return {
    fixture: {
      albs: [
        {
          name,
          listeners: [{ port: 80, protocol: "HTTP", defaultActions: forwardTo(GROUP) }],
        },
      ],
      targetGroups: {
        [GROUP]: { targets: ["twin"], stickiness: { type: "lb_cookie" }, isOwn: true },
      },
    },
    isDisturbing: true,
    run: async ({ outputs, cluster }) => {
      const ask = (headers: readonly (readonly [string, string])[]): Promise<Answer> =>
        sendOnce({
          ...{ localPort: outputs.connection.httpPort, tls: false, version: "1.1", method: "GET" },
          ...{ host: localHost(name), target: "/", headers },
        });
      const first = await ask([]);
      const cookie = valuesOf(first.headers, "set-cookie")[0]?.split(";")[0] ?? "";
      const removed = podOf(first);
      await removeFrom(cluster, removed, targetGroupService(`${name}-${GROUP}`));
      // Traefik has until then to see it.
      await pause(2000);
      const second = await ask([["Cookie", cookie]]);
      await cluster.kubectl("delete", "pod", removed, "--wait=false");
      return differences(of, second, removed);
    },
  };
}

function podOf(answer: Answer): string {
  return valuesOf(answer.headers, "x-echo-hostname")[0] ?? "";
}

/** Takes a task out of a target group: it loses the label that makes it a member. */
async function removeFrom(cluster: Cluster, pod: string, service: string): Promise<void> {
  const { spec } = await cluster.get("service", service);
  const { selector } = spec as { readonly selector: Readonly<Record<string, string>> };
  await cluster.kubectl("label", "pod", pod, ...Object.keys(selector).map((label) => `${label}-`));
}

function differences(of: DescribedCase, answer: Answer, removed: string): Difference[] {
  const { status, setCookie = [] } = of.expect as {
    readonly status?: number;
    readonly setCookie?: readonly string[];
  };
  const found: Difference[] = [];
  if (answer.status !== status) {
    found.push({ field: "status", expected: status, received: answer.status });
  }
  if (podOf(answer) === removed) {
    found.push({ field: "target", expected: "another one", received: removed });
  }
  if (JSON.stringify(cookieNames(answer)) !== JSON.stringify(setCookie)) {
    found.push({ field: "setCookie", expected: setCookie, received: cookieNames(answer) });
  }
  return found;
}
