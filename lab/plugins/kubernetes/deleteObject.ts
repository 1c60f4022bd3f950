import { InitializationError } from "../shared/initializationError";
import type { DeleteRequest } from "../shared/provider";

import { deletionPropagation, timeoutSeconds } from "./annotations";
import { isNotFound, NoSuchKindError } from "./apiError";
import { AwaitError } from "./await/awaitError";
import { Awaiter } from "./await/awaiter";
import { fromOutputs, toOutputs } from "./checkpoint";
import { parseQualifiedName, qualifiedName, withAt } from "./kubeObject";
import type { Session } from "./session";

/** Deletes an object and waits until it is gone. What is gone already is no error. */
export async function deleteObject(session: Session, request: DeleteRequest): Promise<void> {
  const { urn, id, properties } = request;
  const { cluster } = session.reach;
  if (cluster === undefined) {
    deleteUnreachable(session, urn);
    return;
  }
  const recorded = fromOutputs(properties);
  const object = withAt(recorded.live, ["metadata", "name"], parseQualifiedName(id).name);
  const { inputs } = recorded;
  try {
    await cluster.delete(object, deletionPropagation(inputs));
    const seconds = timeoutSeconds(inputs, request.timeoutSeconds);
    const awaiter = new Awaiter(cluster, session.log, session.signal);
    await awaiter.gone(urn, inputs, object, seconds);
  } catch (error) {
    if (isNotFound(error) || error instanceof NoSuchKindError) return;
    if (!(error instanceof AwaitError)) throw error;
    const outputs = toOutputs({ ...recorded, live: error.object }, properties);
    throw new InitializationError(qualifiedName(error.object), outputs, inputs, error.reasons);
  }
}

function deleteUnreachable({ reach, settings, log }: Session, urn: string): void {
  const reason = reach.cluster === undefined ? reach.reason : "";
  log.report("warning", urn, `configured Kubernetes cluster is unreachable: ${reason}`);
  if (!settings.deleteUnreachable) {
    throw new Error(
      "configured Kubernetes cluster is unreachable. If the cluster was deleted, you can remove " +
        "this resource from Pulumi state by rerunning the operation with the " +
        'PULUMI_K8S_DELETE_UNREACHABLE environment variable set to "true"',
    );
  }
  log.report(
    "info",
    urn,
    "configured Kubernetes cluster is unreachable and the `deleteUnreachable` option is " +
      "enabled. Deleting the unreachable resource from Pulumi state",
  );
}
