import { setTimeout as pause } from "node:timers/promises";
import { localHost } from "../../../../core/hosts";
import { targetGroupService } from "../../../../core/lb/targetGroup/manifests";
import { eventually } from "../../../e2e/support/eventually";
import type { DescribedCase, RuleFixture } from "../../caseFile";
import type { KubernetesObject } from "../../cluster";
import type { Answer } from "../../client/answer";
import type { Difference } from "../../compare";
import { forwardTo } from "../../plan/plan";
import { sendOnce } from "../../run/send";
import { fixtureName, type Interpretation } from "../described";

const GROUP = "lost";

/** `given.rule` whose `targetGroup` is `deleted`: its Service is taken away and put back. */
export function lostTargetGroup(of: DescribedCase): Interpretation | undefined {
  const rule = of.given["rule"] as { priority?: number; targetGroup?: string } | undefined;
  if (rule?.targetGroup !== "deleted" || rule.priority === undefined) return undefined;
  const name = fixtureName(of);
  const takes = (priority: number, group: string): RuleFixture => ({
    priority,
    conditions: [{ field: "path-pattern", values: ["/x*"] }],
    actions: forwardTo(group),
  });
  return {
    fixture: {
      albs: [
        {
          name,
          listeners: [
            {
              port: 80,
              protocol: "HTTP",
              defaultActions: forwardTo("one"),
              rules: [takes(rule.priority, GROUP), takes(rule.priority + 1, "one")],
            },
          ],
        },
      ],
      targetGroups: {
        one: { targets: ["echo-1"] },
        [GROUP]: { targets: ["echo-2"], isOwn: true },
      },
    },
    isDisturbing: true,
    run: async ({ outputs, cluster, folder }) => {
      const service = targetGroupService(`${name}-${GROUP}`);
      const ask = (): Promise<Answer> =>
        sendOnce({
          ...{ localPort: outputs.connection.httpPort, tls: false, version: "1.1", method: "GET" },
          ...{ host: localHost(name), target: "/x", headers: [] },
        });
      const saved = await cluster.get("service", service);
      await cluster.kubectl("delete", "service", service);
      try {
        return await settled(of, ask);
      } finally {
        await cluster.apply(folder, [withoutState(saved)]);
        await eventually(async () => {
          const { status } = await ask();
          if (status !== 200) throw new Error(`still ${status} with the Service back in place`);
        });
      }
    },
  };
}

/** What is answered once Traefik has seen the change. */
async function settled(of: DescribedCase, ask: () => Promise<Answer>): Promise<Difference[]> {
  const expected = of.expect as { readonly status: number; readonly body?: string };
  let found: Difference[] = [];
  for (let i = 0; i < 20; i += 1) {
    const { status, body } = await ask();
    found = [];
    if (status !== expected.status) {
      found.push({ field: "status", expected: expected.status, received: status });
    }
    if (expected.body !== undefined && !body.includes(expected.body)) {
      found.push({ field: "body", expected: expected.body, received: body });
    }
    if (found.length === 0) return found;
    await pause(250);
  }
  return found;
}

/** A Service as it was asked for, without what the cluster gave it. */
function withoutState({ apiVersion, kind, metadata, spec }: KubernetesObject): object {
  const { name, namespace, labels, annotations } = metadata;
  const { type, selector, ports } = spec as Readonly<Record<string, unknown>>;
  const asked = { name, namespace, labels, annotations };
  return { apiVersion, kind, metadata: asked, spec: { type, selector, ports } };
}
