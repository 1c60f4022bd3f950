import type { Style } from "../ui/style";
import { table } from "../ui/table";
import { targetsText, type ListenerReport } from "../urls/report";

/** What `kecs start` ends with. */
export interface StartSummary {
  readonly cluster: string;
  readonly context: string;
  readonly listeners: readonly ListenerReport[];
  readonly awsApi: { readonly url: string };
}

export function startSummary(
  { cluster, context, listeners, awsApi }: StartSummary,
  selector: string,
  style: Style,
): string {
  const rows = listeners.map(({ alb, port, protocol, url, targets }) => [
    alb,
    `${protocol} ${port}`,
    url,
    targetsText(targets),
  ]);
  const [first] = listeners;
  return [
    `cluster ${cluster}, context ${context}`,
    "",
    ...(first === undefined
      ? ["The stack has no listener yet."]
      : [table(["ALB", "LISTENER", "URL", "HEALTHY"], rows, style.bold), "", first.curl]),
    "",
    `AWS API  ${awsApi.url}`,
    "",
    "next:",
    `  npx kecs status${selector}`,
    `  eval "$(npx kecs env${selector})"   # aws, kubectl and pulumi for this instance`,
    `  npx kecs stop${selector}`,
  ].join("\n");
}
