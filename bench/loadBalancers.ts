import { attributesOf } from "../core/lb/loadBalancer/attributes";
import { transports } from "../core/lb/loadBalancer/manifests";
import { slotOf } from "../core/lb/listener/ports";
import type { Connection } from "../core/connection";
import { hostsOf } from "../core/hosts";
import type { LoadBalancer, Rule, TargetGroup } from "../core/lb/model";
import { translate } from "../core/lb/translate/translate";

export function loadBalancerName(rules: number): string {
  return `bench-${rules}`;
}

/** The path that the last rule matches, and the default action where there is none. */
export function pathOf(rules: number): string {
  return `/part-${rules}/page`;
}

/** A load balancer with so many rules, of which a request for `pathOf` meets the last one. */
export function loadBalancerWith(
  rules: number,
  connection: Connection,
  group: TargetGroup,
): LoadBalancer {
  const name = loadBalancerName(rules);
  const hosts = hostsOf(name, []);
  const { entryPoint, localPort } = slotOf(connection, { port: 80 });
  const action = { type: "forward", targetGroups: [{ group, weight: 1 }] } as const;
  return {
    name,
    hosts,
    catchAll: false,
    attributes: attributesOf({}),
    listeners: [
      {
        port: 80,
        protocol: "HTTP",
        localPort,
        entryPoint,
        hosts,
        portMap: { 80: localPort },
        rules: Array.from({ length: rules }, (_, i): Rule => {
          const part = i + 1;
          const values = [`/part-${part}/*`];
          const conditions = [{ field: "path-pattern", values, regexValues: [] } as const];
          return { name: `part-${part}`, priority: part, conditions, action };
        }),
        defaultAction: action,
      },
    ],
  };
}

/** Everything that has to be applied for load balancers, as one list for kubectl. */
export function manifestOf(loadBalancers: readonly LoadBalancer[]): string {
  const items = [
    ...loadBalancers.flatMap((of) => Object.values(transports(of))),
    ...translate(loadBalancers),
  ];
  return JSON.stringify({ apiVersion: "v1", kind: "List", items });
}
