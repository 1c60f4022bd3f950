import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { localHost } from "../../../../core/hosts";
import type { DescribedCase } from "../../caseFile";
import type { Cluster, KubernetesObject } from "../../cluster";
import { forwardTo } from "../../plan/plan";
import { fixtureName, type Interpretation } from "../described";

/** `given.change` of so many configuration changes in so many seconds, under `request.load`. */
export function changesUnderLoad(of: DescribedCase): Interpretation | undefined {
  const change = of.given["change"];
  const load = of.request["load"];
  if (typeof change !== "string" || typeof load !== "string") return undefined;
  const [, changes, seconds] = /^(\d+) \w+ changes in (\d+) s$/.exec(change) ?? [];
  const [, connections] = /^(\d+) keep-alive connections$/.exec(load) ?? [];
  if (changes === undefined || connections === undefined) return undefined;
  const name = fixtureName(of);
  const target = { name, connections: Number(connections) };
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
              rules: [
                {
                  priority: 10,
                  conditions: [{ field: "path-pattern", values: ["/never/10"] }],
                  actions: forwardTo("one"),
                },
              ],
            },
          ],
        },
      ],
      targetGroups: { one: { targets: ["echo-1"] } },
    },
    isDisturbing: true,
    run: async ({ outputs, cluster, folder }) => {
      const stop = new AbortController();
      const counted = underLoad({ ...target, port: outputs.connection.httpPort }, stop.signal);
      try {
        await changeRules(cluster, folder, name, Number(changes), Number(seconds) * 1000);
      } finally {
        stop.abort();
      }
      const statuses = Object.keys(await counted).map(Number);
      const expected = of.expect["statuses"];
      return JSON.stringify(statuses) === JSON.stringify(expected)
        ? []
        : [{ field: "statuses", expected, received: await counted }];
    },
  };
}

/** Sends requests on kept connections until it is stopped; counts the answers by their status. */
async function underLoad(
  of: { readonly name: string; readonly connections: number; readonly port: number },
  signal: AbortSignal,
): Promise<Record<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: of.connections });
  const counts: Record<string, number> = {};
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      const status = await new Promise<string>((resolve) => {
        const sent = request(
          { agent, host: "127.0.0.1", port: of.port, headers: { host: localHost(of.name) } },
          (response) => {
            response.resume();
            response.on("end", () => {
              resolve(String(response.statusCode));
            });
          },
        );
        sent.on("error", (error: NodeJS.ErrnoException) => {
          resolve(error.code ?? error.message);
        });
        sent.end();
      });
      counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: of.connections }, worker));
  agent.destroy();
  return counts;
}

/** Adds and removes a rule in turns, the load balancer's own one being the pattern. */
async function changeRules(
  cluster: Cluster,
  folder: string,
  alb: string,
  changes: number,
  milliseconds: number,
): Promise<void> {
  const [rule] = await cluster.list(
    ...["ingressroutes.traefik.io", "--selector"],
    `kecs.dev/load-balancer=${alb},app.kubernetes.io/component=listener-rule`,
  );
  if (rule === undefined) throw new Error(`load balancer ${alb} has no rule`);
  const extra = `${rule.metadata.name}-extra`;
  const started = Date.now();
  for (let i = 0; i < changes; i += 1) {
    await (i % 2 === 0
      ? cluster.apply(folder, [copyOf(rule, extra, i)])
      : cluster.kubectl("delete", "ingressroutes.traefik.io", extra, "--wait=false"));
    const due = started + ((i + 1) * milliseconds) / changes;
    await pause(Math.max(0, due - Date.now()));
  }
}

function copyOf({ apiVersion, kind, metadata, spec }: KubernetesObject, name: string, i: number) {
  const text = JSON.stringify(spec).replaceAll("/never/10", `/never/${100 + i}`);
  return {
    apiVersion,
    kind,
    metadata: { name, namespace: metadata.namespace, labels: metadata.labels },
    spec: JSON.parse(text) as unknown,
  };
}
