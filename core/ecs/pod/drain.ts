import type { TaskModel } from "./model";
import type { TargetModel } from "./target";

/** Name of the container that KECS adds to tasks behind sticky target groups. */
export const DRAIN_CONTAINER = "kecs-drain";
/** Below the ports that connections to the outside get. */
const FIRST_PORT = 18099;
/** A container that has ended refuses at once; one that a busy machine lets wait must not fail. */
const PATIENCE_SECONDS = 30;
/** The user id of "nonroot" in distroless images. */
const NON_ROOT = 65532;

/**
 * A container that makes a stopping task unready at once, for target groups with cookies: Traefik
 * sends clients with a cookie to their task for as long as it is ready, and a stopping task stays
 * ready while it answers its check. This container has no pause: it ends as soon as the task is to
 * stop, and its own check fails. It is Traefik's image, which each instance has.
 */
export function drain(task: TaskModel, targets: readonly TargetModel[], image: string | undefined) {
  if (image === undefined || !targets.some(isSticky)) return [];
  const port = freePort(task);
  return [
    {
      name: DRAIN_CONTAINER,
      image,
      imagePullPolicy: "IfNotPresent",
      args: [
        `--entryPoints.drain.address=:${port}`,
        "--ping=true",
        "--ping.entryPoint=drain",
        "--log.level=ERROR",
        "--global.checkNewVersion=false",
        "--global.sendAnonymousUsage=false",
      ],
      env: [
        { name: "GOMAXPROCS", value: "1" },
        { name: "GOGC", value: "20" },
      ],
      resources: { requests: { cpu: "1m", memory: "0" } },
      securityContext: {
        runAsNonRoot: true,
        runAsUser: NON_ROOT,
        runAsGroup: NON_ROOT,
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        seccompProfile: { type: "RuntimeDefault" },
      },
      readinessProbe: {
        httpGet: { path: "/ping", port, scheme: "HTTP" },
        periodSeconds: 1,
        timeoutSeconds: PATIENCE_SECONDS,
        failureThreshold: 1,
      },
    },
  ];
}

function isSticky({ group: { stickiness } }: TargetModel): boolean {
  return stickiness !== undefined && stickiness.enabled !== false;
}

/** The containers of a pod share their ports. */
function freePort({ containers }: TaskModel): number {
  const taken = new Set(
    containers.flatMap(({ ports }) => ports.map(({ containerPort }) => containerPort)),
  );
  let port = FIRST_PORT;
  while (taken.has(port)) port++;
  return port;
}
