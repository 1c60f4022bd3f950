import { containsUnknown } from "../shared/properties";
import type { DiffRequest, DiffResult } from "../shared/provider";
import { parsePath, pathContains } from "../shared/propertyPath";

import { isAutonamed, isNamed } from "./autoname";
import { jobVerdict } from "./await/jobVerdict";
import { isNamespaced } from "./checkObject";
import { fromOutputs, toKubeObject } from "./checkpoint";
import { isBuiltIn, isKind, nameOf, namespaceOf, withAt } from "./kubeObject";
import type { KubeObject } from "./kubeObject";
import { normalize } from "./normalize";
import { diffObjects } from "./objectDiff";
import { prune } from "./prune";
import { replacesUnready, replaceTest } from "./replaceRules";
import type { Session } from "./session";

/** An object with its namespace spelled out, or without any where its kind has none. */
function inScope(object: KubeObject, namespaced: boolean): KubeObject {
  const namespace = namespaced ? namespaceOf(object) || "default" : undefined;
  return withAt(object, ["metadata", "namespace"], namespace);
}

async function isUnreadyJob(session: Session, live: KubeObject): Promise<boolean> {
  if (session.reach.cluster === undefined || !isKind(live, "batch", "Job")) return false;
  const job = await session.reach.cluster.get(live).catch(() => undefined);
  return job !== undefined && jobVerdict(job, []).state !== "ready";
}

/** Compares new inputs with the recorded live object, as far as the old inputs had a say in it. */
export async function diffObject(session: Session, request: DiffRequest): Promise<DiffResult> {
  const { inputs, live } = fromOutputs(request.olds);
  const namespaced = await isNamespaced(session, toKubeObject(request.news));
  const news = normalize(toKubeObject(request.news), containsUnknown(request.news));
  const wanted = inScope(news, namespaced);
  const shape = normalize(inputs, false);
  const pruned = inScope(withName(prune(live, shape), wanted, live), namespaced);
  const ignored = request.ignoreChanges.map(parsePath);
  const replaces = replaceTest(wanted, session.settings);
  const changes = diffObjects(pruned, wanted, isBuiltIn(wanted))
    .filter(({ path }) => !ignored.some((outer) => pathContains(outer, path)))
    .map((change) => ({ ...change, replace: replaces(change.path) }));
  if (replacesUnready(wanted) && (await isUnreadyJob(session, live))) {
    const path = ["metadata", "annotations", "pulumi.com/replaceUnready"];
    changes.push({ path, kind: "update", replace: true });
  }
  const deleteBeforeReplace =
    changes.some((change) => change.replace) &&
    isNamed(wanted) &&
    !isAutonamed(wanted) &&
    nameOf(wanted) === nameOf(live) &&
    namespaceOf(wanted) === namespaceOf(live);
  return { changes, deleteBeforeReplace };
}

/** A program may spell out the name that was made up for it before. */
function withName(pruned: KubeObject, wanted: KubeObject, live: KubeObject): KubeObject {
  return isNamed(wanted) ? withAt(pruned, ["metadata", "name"], nameOf(live)) : pruned;
}
