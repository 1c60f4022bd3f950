import * as pulumi from "@pulumi/pulumi";
import { listRecords } from "../../cluster/kubernetes/listRecords";
import type { ObjectRecord } from "../../core/records/records";
import { isOfApi, madeThroughApi } from "../../core/records/throughApi";
import type { Issue } from "../../core/validate";
import { controlPlane } from "./controlPlane";
import { endOfProgram } from "./program";
import { recordsOf } from "./records";

type ApiObjects = readonly ObjectRecord[];

/** Tells what of an instance of this program AWS's API made. */
export function registerApiObjects(
  instance: string,
  objects: pulumi.Output<ApiObjects | undefined>,
): void {
  controlPlane().apiObjects.set(instance, objects);
}

/**
 * What of an instance AWS's API made. A cluster that the update starts is asked once it is up; a preview
 * of that knows nothing.
 */
export function apiObjects(instance: string): pulumi.Output<ApiObjects> {
  const isOwn = endOfProgram().then(() => controlPlane().apiObjects.has(instance));
  return pulumi.output(isOwn).apply(() => {
    const own = controlPlane().apiObjects.get(instance);
    return own === undefined
      ? importedApiObjects(instance)
      : own.apply(async (objects): Promise<ApiObjects> => {
          if (objects !== undefined) return objects;
          return pulumi.runtime.isDryRun() ? [] : lateApiObjects(instance);
        });
  });
}

/** Those of another stack's instance, which nothing of this program starts. */
function importedApiObjects(instance: string): pulumi.Output<ApiObjects> {
  return pulumi.output(instance).apply(async (of) => ofApi(await recordsOf(of)) ?? []);
}

function lateApiObjects(instance: string): Promise<ApiObjects> {
  const { lateApiObjects: asked } = controlPlane();
  const present = asked.get(instance);
  if (present !== undefined) return present;
  const fresh = listRecords(instance).then((listed) => ofApi(listed) ?? []);
  asked.set(instance, fresh);
  return fresh;
}

function ofApi(listed: Awaited<ReturnType<typeof recordsOf>>): ApiObjects | undefined {
  return listed.kind === "records" ? listed.records.objects.filter(isOfApi) : undefined;
}

/**
 * The issues of what components of this program are to make and AWS's API made.
 *
 * @param only how errors call the one component that is meant; by default all are
 */
export function throughApiIssues(instance: string, made: ApiObjects, only?: string): Issue[] {
  return made.flatMap((record) => {
    const owner = ownerOf(record);
    if (owner === undefined || (only !== undefined && only !== owner)) return [];
    return [madeThroughApi(record, instance, owner)];
  });
}

/** The component that is to make what a record is of. */
function ownerOf({ kind, arn, attributes }: ObjectRecord): string | undefined {
  const { arns, certificates, listenerPorts, priorities } = controlPlane().claims;
  switch (kind) {
    case "listener":
      return listenerPorts
        .get(attributes["loadBalancerArn"] as string)
        ?.get(attributes["port"] as number);
    case "rule":
      // Its name is its maker's own; what two rules cannot share is the priority.
      return priorities
        .get(attributes["listenerArn"] as string)
        ?.get(attributes["priority"] as number);
    case "lc":
      return certificates
        .get(attributes["listenerArn"] as string)
        ?.get(attributes["certificateArn"] as string);
    default:
      return arns.get(arn);
  }
}
