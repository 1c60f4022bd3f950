import { keptObjects } from "../../../../components/instance/keptObjects";
import type { ListedRecords } from "../../../../cluster/kubernetes/listRecords";
import type { MachineState } from "../../../../cluster/machine/inspectMachine";

const record = { kind: "lb", arn: "arn", stack: "aws-api", attributes: {} };
const guest = { ...record, arn: "other", stack: "shop/dev" };
const LISTED: ListedRecords = {
  kind: "records",
  records: { objects: [record, { ...record, stack: "own/dev" }, guest], unreadable: new Set() },
};
const NOBODY: ListedRecords = { kind: "nobody", why: "is not running" };
const decision = {
  clusterIdentifier: "e1",
  repairId: "g1",
  replaceReasons: [],
  balancerReasons: [],
};
const present = (clusterIdentifier: string) =>
  ({ kind: "present", clusterIdentifier }) as MachineState["found"];

test.each([
  [
    "of a cluster that stays, what the API and other stacks made",
    present("e1"),
    LISTED,
    [record, guest],
  ],
  ["of a cluster that does not answer, nothing is known", present("e1"), NOBODY, undefined],
  ["of a cluster that is replaced, nothing stays", present("e0"), LISTED, []],
  ["of no cluster, there is nothing", { kind: "absent" } as const, NOBODY, []],
])("%s", (_, found, listed, kept) => {
  expect(keptObjects({ found, decision }, listed, (stack) => stack === "own/dev")).toEqual(kept);
});
