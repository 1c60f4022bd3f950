/** Stands for what a load balancer makes up: version, time and 96 random bits. */
export const NEW_TRACE = "<new trace id>";

/**
 * X-Amzn-Trace-Id as the target gets it: a new Root where the client sent none, else the client's
 * fields behind a Self of this load balancer.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html
 */
export function traceId(received: string): string {
  const kept = received
    .split(";")
    .map((field) => field.trim())
    .filter((field) => field !== "" && !field.startsWith("Self="));
  const own = kept.some((field) => field.startsWith("Root=")) ? "Self" : "Root";
  return [`${own}=${NEW_TRACE}`, ...kept].join(";");
}
