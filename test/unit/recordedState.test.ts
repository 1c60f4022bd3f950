import { readFileSync } from "node:fs";
import { join } from "node:path";
import { planPorts } from "../../core/ports/plan";
import { inspectMachine } from "../../cluster/machine/inspectMachine";
import { deploy } from "../helpers/deploy";

jest.mock("../../cluster/traefik/lookAtRoutes");
jest.mock("../../cluster/machine/inspectMachine");

/*
 * A stack that an earlier version started has these resources in its state: another name, type or
 * parent would replace them.
 */

test("a stack of an earlier version keeps every resource that it has", async () => {
  jest.mocked(inspectMachine).mockImplementation((settings) =>
    Promise.resolve({
      plan: planPorts(settings),
      found: { kind: "absent" },
      decision: {
        clusterIdentifier: "e1",
        repairId: "g1",
        replaceReasons: [],
        balancerReasons: [],
      },
    }),
  );
  const recorded = readFileSync(join(__dirname, "recordedState", "hello.txt"), "utf8");
  const { resources } = await deploy(
    () => import(join(__dirname, "..", "..", "examples", "hello")),
    {
      state: { "command:local:Command": { stdout: "KUBECONFIG" } },
    },
  );
  const present = resources.map(({ type, name, parent }) => `${parent ?? "-"} > ${type}::${name}`);
  expect(present.toSorted()).toEqual(recorded.trim().split("\n").toSorted());
});
