import type { CreateLogGroupRequest } from "@aws-sdk/client-cloudwatch-logs";
import { recordedTask } from "../../../core/ecs/taskDefinition/recorded";
import type { Change } from "../../world/operation";
import { ofKind, type AwsObject, type World } from "../../world/world";
import { invalid, unknown } from "./refuse";
import { groupOf } from "./streams";

/** A log group: a task definition names it, or somebody made it. */
export interface LogGroup {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Date;
  /** Where somebody made it. */
  readonly record?: AwsObject;
}

/** All groups, by their names. */
export function groupsIn(world: World): LogGroup[] {
  const groups = new Map<string, LogGroup>();
  const oldestFirst = ofKind(world, "td").toSorted((a, b) => +a.createdAt - +b.createdAt);
  for (const definition of oldestFirst) {
    for (const { log } of recordedTask(definition)?.containers ?? []) {
      const name = groupOf(log);
      if (name === undefined || groups.has(name)) continue;
      groups.set(name, { name, arn: groupArn(world, name), createdAt: definition.createdAt });
    }
  }
  for (const record of ofKind(world, "loggroup")) {
    const name = String(record.attributes["name"]);
    groups.set(name, { name, arn: record.arn, createdAt: record.createdAt, record });
  }
  return [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a group's record echoes. */
interface LogGroupEcho extends Omit<CreateLogGroupRequest, "logGroupName"> {
  readonly retentionInDays?: number | undefined;
}

export function echoOf({ record }: LogGroup): LogGroupEcho {
  return record?.echo ?? {};
}

/** What somebody said of a group that has no effect here, with what AWS takes where nothing is said. */
export function saidOf(group: LogGroup) {
  const { kmsKeyId, logGroupClass, deletionProtectionEnabled, retentionInDays } = echoOf(group);
  return {
    logGroupClass: logGroupClass ?? ("STANDARD" as const),
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
    ...(deletionProtectionEnabled === undefined ? {} : { deletionProtectionEnabled }),
    ...(retentionInDays === undefined ? {} : { retentionInDays }),
  };
}

/** Keeps more of a group; one that only a task definition names gets a record for it. */
export function changedGroup(group: LogGroup, more: LogGroupEcho): Change {
  const { name, arn, createdAt } = group;
  const { retentionInDays, ...echo } = { ...echoOf(group), ...more };
  return {
    kind: "put",
    object: {
      kind: "loggroup",
      key: `loggroup-${name}`,
      arn,
      createdAt,
      attributes: { name },
      echo: { ...echo, ...(retentionInDays === undefined ? {} : { retentionInDays }) },
    },
  };
}

export function groupArn({ connection }: Pick<World, "connection">, name: string): string {
  return `arn:aws:logs:${connection.region}:${connection.accountId}:log-group:${name}`;
}

const ARN = /^arn:[^:]+:logs:[^:]*:[^:]*:log-group:([^:]+)(?::\*)?$/;

interface NamesGroup {
  readonly logGroupName?: string | undefined;
  /** The name, or the ARN. */
  readonly logGroupIdentifier?: string | undefined;
}

/** The group that a request names. */
export function groupFor({ logGroupName, logGroupIdentifier }: NamesGroup, world: World): LogGroup {
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
    throw invalid("Exactly one of logGroupName and logGroupIdentifier has to be given.");
  }
  const given = logGroupName ?? logGroupIdentifier ?? "";
  const name = ARN.exec(given)?.[1] ?? given;
  const found = groupsIn(world).find((group) => group.name === name);
  if (found === undefined) throw unknown("group");
  return found;
}
