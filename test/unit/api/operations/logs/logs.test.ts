import type { FilterLogEventsRequest, GetLogEventsRequest } from "@aws-sdk/client-cloudwatch-logs";
import { describeTaskDefinition } from "../../../../../api/operations/ecs/describeTaskDefinition";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { createLogGroup } from "../../../../../api/operations/logs/createLogGroup";
import { deleteLogGroup } from "../../../../../api/operations/logs/deleteLogGroup";
import { describeLogGroups } from "../../../../../api/operations/logs/describeLogGroups";
import { describeLogStreams } from "../../../../../api/operations/logs/describeLogStreams";
import { filterLogEvents } from "../../../../../api/operations/logs/filterLogEvents";
import { getLogEvents } from "../../../../../api/operations/logs/getLogEvents";
import { listTagsForResource } from "../../../../../api/operations/logs/listTagsForResource";
import { putRetentionPolicy } from "../../../../../api/operations/logs/putRetentionPolicy";
import { tagResource } from "../../../../../api/operations/logs/tagResource";
import { taskDefinitionArn } from "../../../../../core/arn";
import { taskDefinitionRecord } from "../../../../../core/ecs/taskDefinition/manifests";
import { taskModel } from "../../../../../core/ecs/taskDefinition/model";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { ofPulumi, podOfTask } from "../../../../helpers/api/ecsObjects";
import { FakeInstance } from "../../../../helpers/api/fakeInstance";
import { CONNECTION } from "../../../../helpers/samples";

const LOG = {
  logDriver: "awslogs" as const,
  options: {
    "awslogs-group": "/ecs/web",
    "awslogs-stream-prefix": "web",
    "awslogs-region": "us-east-1",
  },
};
const WEB = "arn:aws:logs:us-east-1:000000000000:log-group:/ecs/web";
const idOf = (uid: string) => `a95a20c1000040008000${uid.padStart(12, "0")}`;
const FIRST = `web/web/${idOf("1")}`;
const SECOND = `web/web/${idOf("2")}`;
const at = (second: string) => `2026-01-01T00:01:${second}Z`;
const ms = (second: string) => Date.parse(at(second));

/** The task definition web, whose two tasks write into the group /ecs/web. */
function writing(): FakeInstance {
  const instance = new FakeInstance();
  instance.call(registerTaskDefinition, {
    family: "web",
    containerDefinitions: [{ name: "web", image: "web:1", logConfiguration: LOG }],
  });
  instance.cluster = {
    ...instance.cluster,
    pods: [podOfTask({ uid: "1" }), podOfTask({ uid: "2" })],
  };
  instance.logs = {
    "pod-1/web": [
      `${at("01.000000001")} one`,
      `${at("02.5")} two`,
      `${at("02.5")} three ERROR`,
      `${at("03.1")} `,
      `${at("04.25")} four`,
      "",
    ].join("\n"),
    "pod-2/web": `${at("02.000000000")} from the second\n`,
  };
  return instance;
}

const get = (instance: FakeInstance, more: Partial<GetLogEventsRequest> = {}) =>
  instance.call(getLogEvents, { logGroupName: "/ecs/web", logStreamName: FIRST, ...more });
const filter = (instance: FakeInstance, more: Partial<FilterLogEventsRequest> = {}) =>
  instance.call(filterLogEvents, { logGroupName: "/ecs/web", ...more });
const messages = ({
  events = [],
}: {
  readonly events?: readonly { readonly message?: string | undefined }[] | undefined;
}) => events.map(({ message }) => message);
const ALL = ["one", "two", "three ERROR", "four"];

test("has the groups that task definitions name, and those that somebody made", () => {
  const instance = writing();
  instance.call(createLogGroup, { logGroupName: "/ecs/other" });
  const { logGroups } = instance.call(describeLogGroups, { logGroupNamePrefix: "/ecs" });
  expect(logGroups).toEqual([
    expect.objectContaining({ logGroupName: "/ecs/other" }),
    {
      logGroupName: "/ecs/web",
      creationTime: instance.now.getTime(),
      metricFilterCount: 0,
      storedBytes: 0,
      arn: "arn:aws:logs:us-east-1:000000000000:log-group:/ecs/web:*",
      logGroupArn: "arn:aws:logs:us-east-1:000000000000:log-group:/ecs/web",
      logGroupClass: "STANDARD",
    },
  ]);
  const page = instance.call(describeLogGroups, { limit: 1 });
  const rest = instance.call(describeLogGroups, { nextToken: page.nextToken });
  expect(rest.logGroups).toEqual(logGroups?.slice(1));
  expect(rest).not.toHaveProperty("nextToken");
  expect(instance.call(describeLogGroups, { logGroupNamePattern: "WEB" }).logGroups).toHaveLength(
    1,
  );
});

test("makes a group once, and deletes it", () => {
  const instance = writing();
  instance.call(createLogGroup, { logGroupName: "/ecs/web" });
  expect(refusal(() => instance.call(createLogGroup, { logGroupName: "/ecs/web" }))).toContain(
    "ResourceAlreadyExistsException",
  );
  instance.call(deleteLogGroup, { logGroupName: "/ecs/web" });
  expect(instance.objects.filter(({ kind }) => kind === "loggroup")).toEqual([]);
  expect(instance.call(describeLogGroups, {}).logGroups).toHaveLength(1);
});

test("has a stream for each container that has started", () => {
  const instance = writing();
  const { logStreams } = instance.call(describeLogStreams, {
    logGroupName: "/ecs/web",
    orderBy: "LastEventTime",
    descending: true,
  });
  expect(logStreams).toEqual([
    {
      logStreamName: FIRST,
      creationTime: Date.parse("2026-01-01T00:00:51Z"),
      firstEventTimestamp: Date.parse("2026-01-01T00:00:51Z"),
      lastEventTimestamp: ms("04.250"),
      lastIngestionTime: ms("04.250"),
      arn: `arn:aws:logs:us-east-1:000000000000:log-group:/ecs/web:log-stream:${FIRST}`,
      storedBytes: 0,
    },
    expect.objectContaining({ logStreamName: SECOND, lastEventTimestamp: ms("02") }),
  ]);
});

test("names a stream by its container where there is no prefix, and none of another driver", () => {
  const instance = writing();
  const options = { "awslogs-group": LOG.options["awslogs-group"] };
  const other = {
    name: "log",
    image: "log:1",
    logConfiguration: { logDriver: "fluentd" as const },
  };
  instance.objects = [];
  instance.call(registerTaskDefinition, {
    family: "web",
    containerDefinitions: [
      { name: "web", image: "web:1", logConfiguration: { ...LOG, options } },
      other,
    ],
  });
  const { logStreams } = instance.call(describeLogStreams, { logGroupName: "/ecs/web" });
  expect(logStreams?.map(({ logStreamName }) => logStreamName)).toEqual(["web-1", "web-2"]);
});

test("gives the last lines first, and goes back and forth from them", () => {
  const instance = writing();
  const last = get(instance, { limit: 2 });
  expect(messages(last)).toEqual(["three ERROR", "four"]);
  const before = get(instance, { limit: 2, nextToken: last.nextBackwardToken });
  expect(messages(before)).toEqual(["one", "two"]);
  const again = get(instance, { limit: 2, nextToken: before.nextForwardToken });
  expect(messages(again)).toEqual(["three ERROR", "four"]);
  expect(again.nextForwardToken).toBe(last.nextForwardToken);
});

test("gives all lines from the head, with the same token at the end until there are more", () => {
  const instance = writing();
  const all = get(instance, { startFromHead: true });
  expect(all.events?.[0]).toEqual({
    timestamp: ms("01.000"),
    message: "one",
    ingestionTime: ms("01.000"),
  });
  expect(messages(all)).toEqual(ALL);
  const end = get(instance, { startFromHead: true, nextToken: all.nextForwardToken });
  expect(end.events).toEqual([]);
  expect(end.nextForwardToken).toBe(all.nextForwardToken);
  const head = get(instance, { nextToken: all.nextBackwardToken });
  expect(head.events).toEqual([]);
  expect(head.nextBackwardToken).toBe(all.nextBackwardToken);
  instance.logs["pod-1/web"] = `${instance.logs["pod-1/web"] ?? ""}${at("04.25")} five\n`;
  expect(messages(get(instance, { nextToken: end.nextForwardToken }))).toEqual(["five"]);
});

test("goes on where a stream was empty", () => {
  const instance = writing();
  const { [`pod-1/web`]: text, ...none } = instance.logs;
  instance.logs = none;
  const empty = get(instance);
  expect(empty.events).toEqual([]);
  expect(get(instance, { nextToken: empty.nextForwardToken }).nextForwardToken).toBe(
    empty.nextForwardToken,
  );
  instance.logs = { ...none, "pod-1/web": text ?? "" };
  expect(messages(get(instance, { nextToken: empty.nextForwardToken }))).toEqual(ALL);
});

test("gives the lines between two times", () => {
  const instance = writing();
  const between = { startTime: ms("02.500"), endTime: ms("04.250") };
  expect(messages(get(instance, between))).toEqual(["two", "three ERROR"]);
});

test("gives what a container wrote before it was started again", () => {
  const instance = writing();
  const [pod] = instance.cluster.pods;
  const [status] = pod?.status?.containerStatuses ?? [];
  instance.cluster = {
    ...instance.cluster,
    pods: [
      podOfTask({
        uid: "1",
        status: { containerStatuses: status === undefined ? [] : [{ ...status, restartCount: 1 }] },
      }),
    ],
  };
  instance.logs["pod-1/web/previous"] = `${at("00.5")} zero\n`;
  expect(messages(get(instance))).toEqual(["zero", ...ALL]);
});

test("filters the lines of all streams, by their time", () => {
  const instance = writing();
  const { events, ...rest } = filter(instance);
  expect(events?.map(({ logStreamName, message }) => [logStreamName, message])).toEqual([
    [FIRST, "one"],
    [SECOND, "from the second"],
    [FIRST, "two"],
    [FIRST, "three ERROR"],
    [FIRST, "four"],
  ]);
  expect(rest).toEqual({ searchedLogStreams: [] });
  expect(new Set(events?.map(({ eventId }) => eventId)).size).toBe(5);
  expect(events?.[0]?.eventId).toMatch(/^\d{56}$/);
  expect(messages(filter(instance, { filterPattern: "ERROR" }))).toEqual(["three ERROR"]);
  expect(messages(filter(instance, { logStreamNames: [SECOND] }))).toEqual(["from the second"]);
  expect(filter(instance, { logStreamNamePrefix: "x" }).events).toEqual([]);
  expect(messages(filter(instance, { startTime: ms("02"), endTime: ms("02") }))).toEqual([
    "from the second",
  ]);
});

test("filters page by page", () => {
  const instance = writing();
  const found: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const page = filter(instance, { limit: 2, nextToken });
    found.push(...messages(page));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  expect(found).toEqual(messages(filter(instance)));
});

test("describes the logs of a program's task definition", () => {
  const value = {
    family: "theirs",
    containerDefinitions: [{ name: "web", image: "web:1", logConfiguration: LOG }],
  };
  const arn = taskDefinitionArn(CONNECTION, "theirs", 1);
  const record = taskDefinitionRecord(taskModel({ value, secrets: [] }, arn), {});
  const instance = new FakeInstance([ofPulumi("td", record)]);
  const { taskDefinition } = instance.call(describeTaskDefinition, { taskDefinition: "theirs" });
  expect(taskDefinition?.containerDefinitions?.[0]?.logConfiguration).toEqual(LOG);
  expect(instance.call(describeLogGroups, {}).logGroups).toHaveLength(1);
});

test.each<[string, (instance: FakeInstance) => unknown, string]>([
  [
    "an unknown group",
    (of) => get(of, { logGroupName: "x" }),
    "ResourceNotFoundException The specified log group does not exist.",
  ],
  [
    "an unknown stream",
    (of) => get(of, { logStreamName: "x" }),
    "ResourceNotFoundException The specified log stream does not exist.",
  ],
  [
    "an unknown stream among others",
    (of) => filter(of, { logStreamNames: [FIRST, "x"] }),
    "ResourceNotFoundException The specified log stream does not exist.",
  ],
  ["no group", (of) => of.call(filterLogEvents, {}), "Exactly one of logGroupName and"],
  ["a token that is none", (of) => get(of, { nextToken: "x" }), "nextToken is invalid"],
  ["a limit of none", (of) => get(of, { limit: 0 }), "limit must be between 1 and 10000."],
  [
    "two ways to name streams",
    (of) => filter(of, { logStreamNames: [FIRST], logStreamNamePrefix: "web" }),
    "logStreamNames and logStreamNamePrefix cannot both be given.",
  ],
  [
    "the latest first",
    (of) => filter(of, { startFromHead: false }),
    "startFromHead: KECS gives the earliest events first.",
  ],
  [
    "an order by time with a prefix",
    (of) =>
      of.call(describeLogStreams, {
        logGroupName: "/ecs/web",
        orderBy: "LastEventTime",
        logStreamNamePrefix: "web",
      }),
    "Cannot order by LastEventTime with a logStreamNamePrefix.",
  ],
  [
    "a name that is none",
    (of) => of.call(createLogGroup, { logGroupName: "a b" }),
    'logGroupName "a b" can have',
  ],
  [
    "a retention that AWS does not have",
    (of) => of.call(putRetentionPolicy, { logGroupName: "/ecs/web", retentionInDays: 2 }),
    "retentionInDays 2 is not one of 1, 3, 5,",
  ],
  [
    "a tag of AWS's own",
    (of) => of.call(tagResource, { resourceArn: WEB, tags: { "aws:a": "b" } }),
    'The tag key "aws:a" begins with "aws:"',
  ],
  [
    "tags of what is no group",
    (of) => of.call(listTagsForResource, { resourceArn: "arn:aws:logs:us-east-1:1:destination:a" }),
    "is not the ARN of a log group.",
  ],
])("refuses %s", (_, call, expected) => {
  expect(refusal(() => call(writing()))).toContain(expected);
});

test("finds a group by its ARN", () => {
  const logGroupIdentifier = "arn:aws:logs:us-east-1:000000000000:log-group:/ecs/web:*";
  const found = writing().call(filterLogEvents, { logGroupIdentifier });
  expect(found.events).toHaveLength(5);
});
