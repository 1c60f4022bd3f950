import { judgeSleep } from "../../../../cluster/k3d/judgeSleep";
import type { PresentCluster } from "../../../../cluster/k3d/probe";

const present = { kind: "present", asleep: false } as PresentCluster;

test("a cluster that is paused can be neither seen nor changed", () => {
  expect(judgeSleep({ kind: "absent" }, "shop")).toEqual([]);
  expect(judgeSleep(present, "shop")).toEqual([]);
  expect(judgeSleep({ ...present, asleep: true }, "shop")).toEqual([
    {
      code: "KECS3023",
      severity: "error",
      path: "kecs-shop",
      message: "the cluster is paused, so nothing in it can be seen or changed",
      hint: "wake it: kecs wake, or docker unpause $(docker ps -q --filter label=k3d.cluster=kecs-shop --filter status=paused)",
    },
  ]);
});
