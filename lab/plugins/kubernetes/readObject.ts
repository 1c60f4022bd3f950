import { InitializationError } from "../shared/initializationError";
import type { ReadRequest, ReadResult } from "../shared/provider";
import { typeOf } from "../shared/provider";

import { isNotFound, NoSuchKindError } from "./apiError";
import { AwaitError } from "./await/awaitError";
import { Awaiter } from "./await/awaiter";
import { fromOutputs, toKubeObject, toOutputs } from "./checkpoint";
import { newFieldManager } from "./createObject";
import { withPulumiNames } from "./fieldNames";
import { apiVersionOf, kindOf, parseQualifiedName, qualifiedName, withAt } from "./kubeObject";
import type { KubeObject } from "./kubeObject";
import { normalize } from "./normalize";
import { prune } from "./prune";
import { markSecrets } from "./secrecy";
import { requireObject } from "./session";
import type { Session } from "./session";

const gone: ReadResult = { id: "", properties: {}, inputs: {} };

/** The object that an id and a type name, of which nothing is recorded: an import or a get. */
function identityOf(urn: string, id: string): KubeObject {
  const [, apiVersion = "", kind = ""] = typeOf(urn).split(":");
  const { name, namespace } = parseQualifiedName(id);
  return {
    apiVersion: apiVersion.replace(/^core\//, ""),
    kind,
    metadata: { name, ...(namespace === "" ? {} : { namespace }) },
  };
}

/** The inputs of an object that was not made by a program. */
function inputsOf(live: KubeObject): KubeObject {
  return normalize(withAt(live, ["status"], undefined), false);
}

export async function readObject(session: Session, request: ReadRequest): Promise<ReadResult> {
  const { id, urn } = request;
  const { cluster } = session.reach;
  if (session.reach.cluster === undefined) return unreachable(session, request);
  requireObject(urn);
  const recorded = normalize(toKubeObject(request.inputs), false);
  const isNew = apiVersionOf(recorded) === "" || kindOf(recorded) === "";
  const old = fromOutputs(request.properties);
  const identity = isNew
    ? identityOf(urn, id)
    : { ...recorded, metadata: identityOf(urn, id)["metadata"] ?? null };

  let live: KubeObject;
  try {
    live = await session.reach.cluster.get(identity);
  } catch (error) {
    if (isNotFound(error) || error instanceof NoSuchKindError) return gone;
    throw error;
  }
  const inputs = isNew ? inputsOf(live) : prune(live, recorded);
  const initialApiVersion = old.initialApiVersion || apiVersionOf(live);
  const fieldManager = old.fieldManager || newFieldManager(inputs);
  const result: ReadResult = {
    id: id || qualifiedName(live),
    properties: toOutputs({ inputs, live, initialApiVersion, fieldManager }, request.inputs),
    inputs: markSecrets(withPulumiNames(inputs), request.inputs),
  };
  if (isNew || cluster === undefined) return result;
  try {
    await new Awaiter(cluster, session.log, session.signal).lookOnce(recorded, live);
  } catch (error) {
    if (!(error instanceof AwaitError)) throw error;
    throw new InitializationError(result.id, result.properties, result.inputs, error.reasons);
  }
  return result;
}

function unreachable({ reach, settings, log }: Session, request: ReadRequest): ReadResult {
  const { id, urn, properties, inputs } = request;
  const reason = reach.cluster === undefined ? reach.reason : "";
  log.report("warning", urn, `configured Kubernetes cluster is unreachable: ${reason}`);
  if (settings.deleteUnreachable) {
    log.report(
      "info",
      urn,
      "configured Kubernetes cluster is unreachable and the `deleteUnreachable` option is " +
        "enabled. Deleting the unreachable resource from Pulumi state",
    );
    return gone;
  }
  if (settings.skipUpdateUnreachable) return { id, properties, inputs };
  throw new Error(
    "failed to read resource state due to unreachable cluster. If the cluster was deleted, you " +
      "can remove this resource from Pulumi state by rerunning the operation with the " +
      'PULUMI_K8S_DELETE_UNREACHABLE environment variable set to "true"',
  );
}
