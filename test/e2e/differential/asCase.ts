import { stringify } from "yaml";
import type { Disagreement } from "./live";
import { domainOf } from "./model";
import type { Action } from "../../../core/lb/model";

/** A disagreement as a fixture and a case of the case file, with what the model expects. */
export function asCase({ loadBalancer, sent, expected, received }: Disagreement): string {
  const { name, listeners, attributes } = loadBalancer;
  const domain = domainOf(name);
  const [listener] = listeners;
  const rules = (listener?.rules ?? []).map(({ priority, conditions, action }) => ({
    priority,
    conditions: conditions.map((of) => ({
      field: of.field,
      ...("name" in of ? { name: of.name } : {}),
      ...(of.values.length > 0 ? { values: of.values } : {}),
      ...("regexValues" in of && of.regexValues.length > 0 ? { regexValues: of.regexValues } : {}),
    })),
    actions: [actionOf(action)],
  }));
  const targets = rules.flatMap(({ actions }) =>
    actions.flatMap((action) => ("targetGroups" in action ? action.targetGroups : [])),
  );
  const fixture = {
    ...(attributes.simulateSourceIp ? { simulateSourceIp: true } : {}),
    albs: [
      {
        name,
        hostnames: [domain, `*.${domain}`],
        listeners: [
          {
            ...{ port: 80, protocol: "HTTP", rules },
            defaultActions: [actionOf(listener?.defaultAction)],
          },
        ],
      },
    ],
    targetGroups: Object.fromEntries(
      targets.map((group) => [group.name, { targets: [group.name] }]),
    ),
  };
  const { method, host, target, headers } = sent;
  const { decidedBy, ...expect } = expected;
  const found = {
    id: "DIF-01",
    feature: "rule-priority",
    title: `decided by the ${decidedBy}`,
    given: "differential",
    request: { port: 80, host, path: target, method, headers },
    expect,
    achievable: "yes",
    source: `Traefik answered ${JSON.stringify(received)}`,
  };
  return stringify({ version: 1, fixtures: { differential: fixture }, cases: [found] });
}

function actionOf(action: Action | undefined) {
  if (action?.type === "forward") {
    return {
      type: "forward",
      targetGroups: action.targetGroups.map(({ group }) => ({ name: group.name })),
    };
  }
  if (action?.type === "redirect") return { ...action, statusCode: `HTTP_${action.statusCode}` };
  return { ...action, statusCode: String(action?.statusCode) };
}
