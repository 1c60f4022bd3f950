import { formatIssue, type Issue } from "../../core/validate";
import type { InstanceEndpoint } from "../../core/outputs/endpoints";
import type { Style } from "../ui/style";
import { table } from "../ui/table";
import { endpointText } from "./endpointText";
import { targetsText, type ListenerReport } from "../urls/report";

export interface Status {
  readonly stack: string;
  readonly instance: string;
  readonly cluster: {
    readonly name: string;
    readonly state: "running" | "asleep" | "stopped" | "absent" | "not answering";
    /** When its first node was started, as Docker writes it; null where it is not running. */
    readonly since: string | null;
  };
  readonly traefik: "ready" | "not ready" | "unknown";
  /** The routes that Traefik did not load; null where it does not tell. */
  readonly routes: readonly Issue[] | null;
  /** Null where it is not running. */
  readonly awsApi: {
    readonly url: string;
    readonly since: string;
    /** How many objects it made, by kind. */
    readonly holds: Readonly<Record<string, number>>;
    readonly warnings: readonly string[];
  } | null;
  readonly listeners: readonly ListenerReport[];
  /** The ports that lead to services; empty where the cluster does not run. */
  readonly endpoints: readonly InstanceEndpoint[];
}

export function statusText(status: Status, style: Style): string {
  const { cluster, traefik, listeners, endpoints } = status;
  const since = cluster.since === null ? "" : ` since ${cluster.since.slice(0, 19)}Z`;
  const isShared = new Set(listeners.flatMap(({ stack = [] }) => stack)).size > 1;
  const rows = listeners.map(({ alb, port, protocol, url, answer, targets, stack = "?" }) => [
    alb,
    `${protocol} ${port}`,
    url,
    answer,
    targetsText(targets),
    ...(isShared ? [stack] : []),
  ]);
  const head = ["ALB", "LISTENER", "URL", "ANSWER", "HEALTHY", ...(isShared ? ["STACK"] : [])];
  return [
    `instance  ${status.instance} (stack ${status.stack})`,
    `cluster   ${cluster.name} ${cluster.state}${since}`,
    ...(cluster.state === "asleep" ? [`  hint: npx kecs wake --stack ${status.stack}`] : []),
    `traefik   ${traefik}`,
    ...routesText(status.routes),
    ...apiText(status),
    ...(rows.length === 0 ? [] : ["", table(head, rows, style.bold)]),
    ...(endpoints.length === 0 ? [] : ["", ...endpoints.map(endpointText)]),
  ].join("\n");
}

function apiText({ awsApi: api, cluster, stack }: Status): string[] {
  if (api === null) {
    return cluster.state === "running"
      ? ["AWS API   not running", `  hint: npx kecs api --detach --stack ${stack}`]
      : ["AWS API   not running"];
  }
  const holds = Object.entries(api.holds).map(([kind, count]) => `${count} ${kind}`);
  return [
    `AWS API   ${api.url} since ${api.since.slice(0, 19)}Z${holds.length === 0 ? "" : `, holds ${holds.join(", ")}`}`,
    ...api.warnings.map((warning) => `  ${warning}`),
  ];
}

function routesText(routes: Status["routes"]): string[] {
  if (routes === null) return [];
  if (routes.length === 0) return ["routes    all loaded"];
  return [`routes    ${routes.length} not loaded`, ...routes.map(formatIssue)];
}
