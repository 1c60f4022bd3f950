import type { LabStatus } from "../../../../lab/status";
import { statusTable } from "../../../../lab/ui/statusTable";

const status: LabStatus = {
  version: 1,
  ready: false,
  folder: "/cache",
  daemon: { socket: "/var/run/docker.sock", answers: true, own: true },
  parts: [
    { id: "a", title: "k3d v5.8.3", state: "ready", location: "/cache/bin/k3d", size: 25_960_610 },
    { id: "b", title: "kecs-lab/echo:1", state: "missing", location: "kecs-lab/echo:1" },
  ],
};

describe("the status of the lab", () => {
  it("has a line for each part, one for the daemon and one for all", () => {
    expect(statusTable(status).split("\n")).toEqual([
      "ready    k3d v5.8.3       26 MB  /cache/bin/k3d",
      "missing  kecs-lab/echo:1         kecs-lab/echo:1",
      "A Docker daemon answers on /var/run/docker.sock, started by the lab.",
      "The lab is not ready: `npm run lab -- up` makes it so.",
    ]);
  });

  it("says when all is there, and when no daemon answers", () => {
    const daemon = { socket: "/x.sock", answers: false, own: false };
    const lines = statusTable({ ...status, ready: true, parts: [], daemon }).split("\n");
    expect(lines).toEqual(["No Docker daemon answers on /x.sock.", "The lab is ready."]);
  });
});
