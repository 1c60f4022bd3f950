import type { AlbOutputs } from "./contract";
import { toldRouting } from "./toldRouting";
import { evaluate } from "../lb/evaluate/evaluate";
import type { StackListener } from "./stackListeners";

/**
 * The status that the load balancer itself is told to answer `/` with, a fixed response or a
 * redirect; undefined where a target answers.
 */
export function plannedStatus(
  albs: Readonly<Record<string, AlbOutputs>>,
  { localPort, protocol, hostHeader }: StackListener,
): number | undefined {
  const { answer, decidedBy } = evaluate(toldRouting(albs), {
    localPort,
    tls: protocol === "HTTPS",
    version: "1.1",
    method: "GET",
    host: hostHeader,
    target: "/",
    headers: [],
    sourceIp: "127.0.0.1",
  });
  const isTold = decidedBy === "rule" || decidedBy === "default action";
  return isTold && answer.type === "response" ? answer.status : undefined;
}
