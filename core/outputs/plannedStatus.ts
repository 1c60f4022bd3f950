import type { AlbOutputs } from "./contract";
import { stackRouting } from "./stackRouting";
import { evaluate } from "../lb/evaluate/evaluate";
import type { StackListener } from "./stackListeners";

/**
 * The status that the load balancer itself answers `/` with, a fixed response or a
 * redirect; undefined where a target answers.
 */
export function plannedStatus(
  albs: Readonly<Record<string, AlbOutputs>>,
  { localPort, protocol, hostHeader }: StackListener,
): number | undefined {
  const { answer, decidedBy } = evaluate(stackRouting(albs), {
    localPort,
    tls: protocol === "HTTPS",
    version: "1.1",
    method: "GET",
    host: hostHeader,
    target: "/",
    headers: [],
    sourceIp: "127.0.0.1",
  });
  const isPlanned = decidedBy === "rule" || decidedBy === "default action";
  return isPlanned && answer.type === "response" ? answer.status : undefined;
}
