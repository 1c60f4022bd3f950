import { imageNames } from "../../../lab/imageNames";

/* What stands behind the target groups: one small service for every target that they name. */

export const TRAFFIC_PORT = 8080;
/** Nobody listens there, so that connections are refused. */
const CLOSED_PORT = 8099;
/** A target that is not one of the echo servers. */
const DEAD = "dead";
/** A target whose health a test sets with a POST to /health. */
export const SICKLY = "sickly";

/** The port of a target's container that the target groups have. */
export function containerPortOf(target: string): number {
  return target === DEAD ? CLOSED_PORT : TRAFFIC_PORT;
}

/** The only container of a target, in AWS's words. */
export function containerOf(target: string) {
  const settings =
    target === SICKLY
      ? { image: imageNames.whoami, variable: "WHOAMI_PORT_NUMBER", value: String(TRAFFIC_PORT) }
      : { image: imageNames.echo, variable: "KECS_TARGET", value: target };
  return {
    name: "web",
    image: settings.image,
    portMappings: [{ containerPort: containerPortOf(target) }],
    environment: [{ name: settings.variable, value: settings.value }],
  };
}

export function desiredCountOf(target: string): number {
  return target.startsWith("twin") ? 2 : 1;
}

/** What a target group has to check in another way than by default. */
export function healthCheckOf(targets: readonly string[]): {
  readonly port?: string;
  readonly path?: string;
} {
  return {
    ...(targets.includes(DEAD) ? { port: String(TRAFFIC_PORT) } : {}),
    ...(targets.includes(SICKLY) ? { path: "/health" } : {}),
  };
}
