import type { ApiServer } from "../../cluster/kubernetes/direct/apiServer";
import { pathOf } from "../../cluster/kubernetes/direct/objects";
import { NAMESPACE } from "../../core/labels";
import type { LogPart } from "../world/operation";

/** A node keeps less of a container's output than this by itself. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads what a container wrote. One that is gone, or has not started, has written nothing. */
export async function readLog(server: ApiServer, part: LogPart): Promise<string> {
  const { status, body } = await server.ask({ method: "GET", path: logPath(part) });
  if (status === 200) return body;
  if (status === 400 || status === 404) return "";
  throw new Error(`the log of ${part.pod} could not be read: the cluster answered ${status}`);
}

export function logPath({ pod, container, isPrevious, since, lastLines }: LogPart): string {
  const path = pathOf({ apiVersion: "v1", kind: "Pod", namespace: NAMESPACE, name: pod });
  const query = new URLSearchParams({
    container,
    timestamps: "true",
    limitBytes: String(MOST_BYTES),
    ...(isPrevious ? { previous: "true" } : {}),
    ...(since === undefined ? {} : { sinceTime: wholeSeconds(since) }),
    ...(lastLines === undefined ? {} : { tailLines: String(lastLines) }),
  });
  return `${path}/log?${query.toString()}`;
}

/** Kubernetes knows no parts of a second here. */
function wholeSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
