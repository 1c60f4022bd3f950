import { randomBytes } from "node:crypto";

import { InitializationError } from "../shared/initializationError";
import { containsUnknown } from "../shared/properties";
import type { CreateRequest, CreateResult } from "../shared/provider";

import { annotation, annotationOf, isAnnotated, timeoutSeconds } from "./annotations";
import {
  ApiError,
  isAlreadyExists,
  isImmutableField,
  isNotFound,
  NoSuchKindError,
} from "./apiError";
import { AwaitError } from "./await/awaitError";
import { Awaiter } from "./await/awaiter";
import { toKubeObject, toOutputs } from "./checkpoint";
import type { Cluster } from "./cluster";
import { explainApplyError, existsMessage } from "./explain";
import {
  apiVersionOf,
  isCustomResourceDefinition,
  kindOf,
  nameOf,
  qualifiedName,
  withAt,
} from "./kubeObject";
import type { KubeObject } from "./kubeObject";
import { retry } from "./retry";
import { clusterOf, requireObject } from "./session";
import type { Session } from "./session";

/** The manager of objects that are created without server-side apply. */
const createManager = "pulumi-kubernetes";

export function newFieldManager(object: KubeObject): string {
  const wanted = annotationOf(object, annotation.fieldManager);
  return wanted || `pulumi-kubernetes-${randomBytes(4).toString("hex")}`;
}

/** Whether the cluster serves the kind of an object. */
export async function isServed(session: Session, object: KubeObject): Promise<boolean> {
  const { cluster } = session.reach;
  if (cluster === undefined) return false;
  return await cluster.discovery.find(apiVersionOf(object), kindOf(object)).then(
    () => true,
    () => false,
  );
}

async function submit(
  session: Session,
  cluster: Cluster,
  urn: string,
  object: KubeObject,
  fieldManager: string,
  dryRun: boolean,
): Promise<KubeObject> {
  const { settings, log, signal } = session;
  const force = dryRun || settings.enablePatchForce || isAnnotated(object, annotation.force);
  return await retry(
    async () =>
      settings.upsertExistingObjects
        ? await cluster.apply(object, { fieldManager, force, dryRun }).catch((error: unknown) => {
            if (!dryRun || !isImmutableField(error)) throw error;
            // The preview of a replacement under the same name meets the object it replaces.
            const name = `${nameOf(object)}${randomBytes(3).toString("hex")}`;
            const renamed = withAt(object, ["metadata", "name"], name);
            return cluster.apply(renamed, { fieldManager, force, dryRun });
          })
        : await cluster.create(object, { fieldManager: createManager, dryRun }),
    (error) => !dryRun && (isNotFound(error) || error instanceof NoSuchKindError),
    (error, count) => {
      log.status("info", urn, `Retry #${count}; creation failed: ${String(error)}`);
    },
    signal,
  );
}

/** Whether a preview that failed so says nothing about the deployment. */
function isInconclusive(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.code === 403 || error.isNotFoundOf("namespaces") || isAlreadyExists(error);
}

export async function createObject(
  session: Session,
  request: CreateRequest,
): Promise<CreateResult> {
  const { urn, inputs: properties, preview } = request;
  requireObject(urn);
  const inputs = toKubeObject(properties);
  if (preview && (containsUnknown(properties) || !(await isServed(session, inputs)))) {
    return { id: "", outputs: properties };
  }
  const cluster = clusterOf(session);
  const fieldManager = newFieldManager(inputs);
  const outputsOf = (live: KubeObject) =>
    toOutputs({ inputs, live, initialApiVersion: apiVersionOf(inputs), fieldManager }, properties);

  let created: KubeObject;
  try {
    created = await submit(session, cluster, urn, inputs, fieldManager, preview);
  } catch (error) {
    if (preview && isInconclusive(error)) return { id: "", outputs: properties };
    throw explainCreateError(urn, inputs, fieldManager, error);
  }
  if (preview) return { id: "", outputs: outputsOf(withAt(created, ["status"], undefined)) };
  session.log.status("info", urn, "");

  try {
    const seconds = timeoutSeconds(inputs, request.timeoutSeconds);
    const awaiter = new Awaiter(cluster, session.log, session.signal);
    const live = await awaiter.ready(urn, inputs, created, seconds, true);
    if (isCustomResourceDefinition(inputs)) cluster.discovery.reset();
    return { id: qualifiedName(live), outputs: outputsOf(live) };
  } catch (error) {
    const live = error instanceof AwaitError ? error.object : created;
    const reasons = error instanceof AwaitError ? error.reasons : [String(error)];
    const [first = "", ...rest] = reasons;
    const message =
      `resource "${urn}" was successfully created, but the Kubernetes API server ` +
      `reported that it failed to fully initialize or become live: ${first}`;
    const id = qualifiedName(live);
    throw new InitializationError(id, outputsOf(live), properties, [message, ...rest]);
  }
}

function explainCreateError(
  urn: string,
  inputs: KubeObject,
  fieldManager: string,
  error: unknown,
): Error {
  const { message } = explainApplyError(error, fieldManager);
  if (error instanceof NoSuchKindError) {
    return new Error(
      `creation of resource "${urn}" with kind ${apiVersionOf(inputs)}/${kindOf(inputs)} failed ` +
        `because the Kubernetes API server reported that the apiVersion for this resource does ` +
        `not exist. Verify that any required CRDs have been created: ${message}`,
    );
  }
  const hint = isAlreadyExists(error) ? `\n\n${existsMessage}` : "";
  return new Error(
    `resource "${urn}" was not successfully created by the Kubernetes API server: ` +
      message +
      hint,
  );
}
