import { InitializationError } from "../shared/initializationError";
import { containsUnknown } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";
import type { UpdateRequest } from "../shared/provider";
import { parsePath } from "../shared/propertyPath";
import { NotSupportedError } from "../shared/unary";

import { annotation, annotationOf, isAnnotated, timeoutSeconds } from "./annotations";
import { ApiError, NoSuchKindError } from "./apiError";
import { AwaitError } from "./await/awaitError";
import { Awaiter } from "./await/awaiter";
import { fromOutputs, toKubeObject, toOutputs } from "./checkpoint";
import type { Cluster } from "./cluster";
import { isServed, newFieldManager } from "./createObject";
import { explainApplyError } from "./explain";
import {
  at,
  isCustomResourceDefinition,
  listAt,
  nameOf,
  qualifiedName,
  textAt,
  withAt,
} from "./kubeObject";
import type { KubeObject } from "./kubeObject";
import { hasEarlierPulumiManager, isManagedByOthers, takeOverPatch } from "./managedFields";
import { normalize } from "./normalize";
import { clusterOf } from "./session";
import type { Session } from "./session";

/** Fields whose changes are ignored keep what they have, or are left to who manages them. */
function withoutIgnored(
  inputs: KubeObject,
  live: KubeObject,
  fieldManager: string,
  ignoreChanges: readonly string[],
): KubeObject {
  let result = inputs;
  for (const path of ignoreChanges.map((text) => parsePath(text).map(String))) {
    const current = at(live, ...path);
    if (isManagedByOthers(live, fieldManager, path)) result = withAt(result, path, undefined);
    else if (current !== undefined) result = withAt(result, path, current);
  }
  return result;
}

async function submit(
  session: Session,
  cluster: Cluster,
  request: UpdateRequest,
  inputs: KubeObject,
  old: KubeObject,
  fieldManager: string,
): Promise<KubeObject> {
  const dryRun = request.preview;
  const live = await cluster.get(withAt(inputs, ["metadata", "name"], nameOf(old)));
  if (isCustomResourceDefinition(inputs)) {
    const version = textAt(live, "metadata", "resourceVersion");
    const replacement = withAt(inputs, ["metadata", "resourceVersion"], version);
    return await cluster.replace(replacement, { fieldManager, dryRun });
  }
  const takeOver = dryRun ? [] : takeOverPatch(live, fieldManager);
  const owned = takeOver.length === 0 ? live : await cluster.patch(live, takeOver);
  const object = withoutIgnored(inputs, owned, fieldManager, request.ignoreChanges);
  const force =
    session.settings.enablePatchForce ||
    isAnnotated(inputs, annotation.force) ||
    listAt(live, "metadata", "managedFields").length === 0 ||
    (dryRun && hasEarlierPulumiManager(live));
  return await cluster.apply(object, { fieldManager, force, dryRun });
}

export async function updateObject(session: Session, request: UpdateRequest): Promise<PropertyMap> {
  const { urn, news, preview } = request;
  const hasUnknowns = containsUnknown(news);
  const inputs = normalize(toKubeObject(news), hasUnknowns);
  if (preview && (hasUnknowns || !(await isServed(session, inputs)))) return news;
  const cluster = clusterOf(session);
  const old = fromOutputs(request.olds);
  const fieldManager = old.fieldManager || newFieldManager(inputs);
  const wantedManager = annotationOf(inputs, annotation.fieldManager);
  if (wantedManager !== "" && wantedManager !== fieldManager) {
    throw new NotSupportedError("kubernetes", "change of an object's field manager");
  }
  const { initialApiVersion } = old;
  const outputsOf = (live: KubeObject): PropertyMap =>
    toOutputs({ inputs, live, initialApiVersion, fieldManager }, news);

  let updated: KubeObject | undefined;
  try {
    updated = await submit(session, cluster, request, inputs, old.live, fieldManager);
    if (preview) return outputsOf(updated);
    const seconds = timeoutSeconds(inputs, request.timeoutSeconds);
    const awaiter = new Awaiter(cluster, session.log, session.signal);
    const live = await awaiter.ready(urn, inputs, updated, seconds, false);
    if (isCustomResourceDefinition(inputs)) cluster.discovery.reset();
    return outputsOf(live);
  } catch (error) {
    if (preview && error instanceof ApiError && error.code === 403) return news;
    const { message } = explainApplyError(error, fieldManager);
    if (error instanceof NoSuchKindError) {
      throw new Error(
        `update of resource "${urn}" failed because the Kubernetes API server reported that the ` +
          `apiVersion for this resource does not exist. Verify that any required CRDs have been ` +
          `created: ${message}`,
      );
    }
    const live = await cluster.get(old.live).catch((cause: unknown) => {
      throw new Error(
        `update of resource "${urn}" failed: ${message}\n` +
          `unable to get cluster state: ${String(cause)}`,
      );
    });
    const problems = error instanceof AwaitError ? error.problems : [];
    const id = qualifiedName(live);
    throw new InitializationError(id, outputsOf(live), news, [
      `the Kubernetes API server reported that "${id}" failed to fully initialize or become ` +
        `live: ${message}`,
      ...problems,
    ]);
  }
}
