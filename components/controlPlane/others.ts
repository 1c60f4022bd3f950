import * as pulumi from "@pulumi/pulumi";
import { sleepIssue } from "../../cluster/k3d/judgeSleep";
import { isPaused } from "../../cluster/kubernetes/kubectl";
import { listRecords, type ListedRecords } from "../../cluster/kubernetes/listRecords";
import type { ObjectRecord } from "../../core/records/records";
import { API_STACK, isOfOthers, madeByOthers, nameOfOthers } from "../../core/records/others";
import { recordedHosts } from "../../core/lb/recorded/hosts";
import { discoveryServiceName } from "../../core/servicediscovery/discoveryName";
import type { Issue } from "../../core/validate";
import { nameFromArn } from "../../core/arn";
import type { LoadBalancerFacts } from "../../core/lb/model";
import { plainValue } from "../inputs/inputs";
import { controlPlane } from "./controlPlane";
import { endOfProgram } from "./program";
import { recordsOf } from "./records";
import { isOwnStack } from "./stackOfProgram";

type Objects = readonly ObjectRecord[];

/** Tells what of an instance of this program AWS's API and other stacks made. */
export function registerObjectsOfOthers(
  instance: string,
  objects: pulumi.Output<Objects | undefined>,
): void {
  controlPlane().objectsOfOthers.set(instance, objects);
}

/**
 * What of an instance AWS's API and other stacks made. A cluster that the update starts is asked once it is up; a preview
 * of that knows nothing.
 */
export function objectsOfOthers(instance: string): pulumi.Output<Objects> {
  const isOwn = endOfProgram().then(() => controlPlane().objectsOfOthers.has(instance));
  return pulumi.output(isOwn).apply(() => {
    const own = controlPlane().objectsOfOthers.get(instance);
    return own === undefined
      ? importedObjects(instance)
      : own.apply(async (objects): Promise<Objects> => {
          if (objects !== undefined) return objects;
          return pulumi.runtime.isDryRun() ? [] : lateObjectsOfOthers(instance);
        });
  });
}

/** Those of another stack's instance, which nothing of this program starts. */
function importedObjects(instance: string): pulumi.Output<Objects> {
  return pulumi.output(instance).apply(async (of) => ofOthers(await recordsOf(of)) ?? []);
}

/** The issue of another stack's instance that is asleep; this program's own instance tells by itself. */
export function sleepOfImported(instance: string): pulumi.Output<readonly Issue[]> {
  const isOwn = endOfProgram().then(() => controlPlane().objectsOfOthers.has(instance));
  return pulumi.output(isOwn).apply(async (own): Promise<readonly Issue[]> => {
    if (own) return [];
    const listed = await recordsOf(instance);
    return listed.kind !== "records" && isPaused(listed) ? [sleepIssue(instance)] : [];
  });
}

function lateObjectsOfOthers(instance: string): Promise<Objects> {
  const { lateObjectsOfOthers: asked } = controlPlane();
  const present = asked.get(instance);
  if (present !== undefined) return present;
  const fresh = listRecords(instance).then((listed) => ofOthers(listed) ?? []);
  asked.set(instance, fresh);
  return fresh;
}

function ofOthers(listed: ListedRecords): Objects | undefined {
  return listed.kind === "records"
    ? listed.records.objects.filter((record) => isOfOthers(record, isOwnStack))
    : undefined;
}

/**
 * The issues of what components of this program are to make, or of names that they are to have, where
 * AWS's API or another stack made it.
 *
 * @param only how errors call the one component that is meant; by default all are
 */
export function issuesOfOthers(instance: string, made: Objects, only?: string): Issue[] {
  const isMeant = (owner: string): boolean => only === undefined || only === owner;
  return made.flatMap((record) => {
    const owner = ownerOf(record);
    if (owner !== undefined) return isMeant(owner) ? [madeByOthers(record, instance, owner)] : [];
    return takenNames(record, instance)
      .filter((of) => isMeant(of.owner))
      .map((of) => nameOfOthers(record, of.name, of.owner));
  });
}

/** The names of another stack's object that components of this program are to have, with these. */
function takenNames(
  record: ObjectRecord,
  instance: string,
): { readonly name: string; readonly owner: string }[] {
  const { hosts, dnsObjects } = controlPlane().claims;
  if (record.stack === API_STACK || joins(record)) return [];
  return recordedHosts(record).flatMap((name) => {
    const owner =
      hosts.get(instance)?.get(name) ?? dnsObjects.get(instance)?.get(discoveryServiceName(name));
    return owner === undefined ? [] : [{ name, owner }];
  });
}

/** Whether a record is of a rule that joins a listener of this program: its hosts are the listener's. */
function joins({ kind, attributes }: ObjectRecord): boolean {
  if (kind !== "rule") return false;
  const loadBalancer = nameFromArn("listener", String(attributes["listenerArn"]));
  return controlPlane().loadBalancers.all.some(
    ({ facts }) => plainValue<LoadBalancerFacts>(facts)?.name === loadBalancer,
  );
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
