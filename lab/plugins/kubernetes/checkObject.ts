import { containsUnknown } from "../shared/properties";
import { nameOf as resourceNameOf } from "../shared/provider";
import type { CheckRequest, CheckResult } from "../shared/provider";

import { NoSuchKindError } from "./apiError";
import { autoname } from "./autoname";
import { awaitedConditions } from "./await/waitFor";
import { toKubeObject } from "./checkpoint";
import { withPulumiNames } from "./fieldNames";
import { apiVersionOf, kindOf, namespaceOf, withAt } from "./kubeObject";
import type { KubeObject } from "./kubeObject";
import { normalize } from "./normalize";
import { markSecrets } from "./secrecy";
import { requireObject } from "./session";
import type { Session } from "./session";

/** Whether a kind lives in namespaces; one that the cluster does not know (yet) is taken to. */
export async function isNamespaced(session: Session, object: KubeObject): Promise<boolean> {
  try {
    const found = await session.reach.cluster?.discovery.find(apiVersionOf(object), kindOf(object));
    return found?.namespaced ?? true;
  } catch (error) {
    if (error instanceof NoSuchKindError) return true;
    throw error;
  }
}

/** Completes the inputs of an object: a name, a namespace, and the form the cluster gives them. */
export async function checkObject(session: Session, request: CheckRequest): Promise<CheckResult> {
  const { urn, olds, news, autonaming } = request;
  if (session.reach.cluster === undefined && session.settings.skipUpdateUnreachable) {
    session.log.report(
      "warning",
      urn,
      "Cluster is unreachable but skipUpdateUnreachable flag is set to true, skipping...",
    );
    return { inputs: olds };
  }
  requireObject(urn);
  const old = Object.keys(olds).length > 0 ? toKubeObject(olds) : undefined;
  const normalized = normalize(toKubeObject(news), containsUnknown(news));
  // What cannot be waited for is refused before anything is made.
  awaitedConditions(normalized);
  let object = autoname(normalized, old, resourceNameOf(urn), autonaming);
  if (namespaceOf(object) === "" && (await isNamespaced(session, object))) {
    object = withAt(object, ["metadata", "namespace"], session.defaultNamespace);
  }
  return { inputs: markSecrets(withPulumiNames(object), news) };
}
