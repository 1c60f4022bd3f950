import { givenFields, usesBy, type Leniency, type UserKind } from "../../world/leniency";

const GROUP: UserKind = {
  kind: "loggroup",
  what: "log group",
  nameOf: ({ attributes }) => String(attributes["name"]),
};

/** Every difference that a caller can see, for the documentation. */
export const LENIENCIES: readonly Leniency[] = [
  {
    operations: ["DescribeLogGroups"],
    what: "a group that nobody made",
    aws: "not there",
    here: "there for as long as a task definition with the log driver awslogs names it",
  },
  {
    operations: ["CreateLogGroup"],
    what: "encryption, class and protection of a group",
    aws: "take effect",
    here: "accepted and described without effect",
    uses: usesBy(GROUP, ({ echo }) =>
      givenFields(echo, {
        kmsKeyId: undefined,
        logGroupClass: "STANDARD",
        deletionProtectionEnabled: false,
      }),
    ),
  },
  {
    operations: ["PutRetentionPolicy", "DeleteRetentionPolicy"],
    what: "the retention of a group",
    aws: "events expire after so many days",
    here: "kept and described; events are there for as long as their task",
    uses: usesBy(GROUP, ({ echo }) => givenFields(echo, { retentionInDays: undefined })),
  },
  {
    operations: ["DeleteLogGroup"],
    what: "a group that a task definition names",
    aws: "gone with its events",
    here: "stays, with its events",
  },
  {
    operations: ["DescribeLogStreams", "GetLogEvents", "FilterLogEvents"],
    what: "the output of tasks that are gone",
    aws: "kept for as long as the group says",
    here: "gone with the task; of a container that was started again, this run and the one before",
  },
  {
    operations: ["FilterLogEvents"],
    what: "a pattern with optional or excluded terms, a regular expression, JSON or fields",
    aws: "filters",
    here: "InvalidParameterException; terms and quoted terms filter",
  },
];
