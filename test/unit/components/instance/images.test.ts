import { KecsInstance, type KecsInstanceArgs } from "../../../../components";
import { inspectMachine } from "../../../../cluster/machine/inspectMachine";
import { planPorts } from "../../../../core/ports/plan";
import { deploy } from "../../../helpers/deploy";

jest.mock("../../../../cluster/machine/inspectMachine");
jest.mock("../../../../cluster/presence/listObjects");
jest.mock("../../../../cluster/traefik/lookAtRoutes");

beforeEach(() => {
  jest.mocked(inspectMachine).mockImplementation((settings) =>
    Promise.resolve({
      plan: planPorts(settings),
      found: { kind: "absent" },
      decision: { epoch: "e1", generation: "g1", replaceReasons: [] },
    }),
  );
});

test("takes the images that the environment names where the program names none", async () => {
  const before = process.env;
  process.env = { ...before, KECS_K3S_IMAGE: "own/k3s", KECS_TRAEFIK_IMAGE: "own/traefik" };
  const make = (args: KecsInstanceArgs) =>
    deploy(() => {
      new KecsInstance("myapp", args);
    });
  try {
    await make({});
    await make({ traefikImage: "traefik:v9" });
  } finally {
    process.env = before;
  }
  expect(
    jest
      .mocked(inspectMachine)
      .mock.calls.map(([{ k3sImage, traefikImage }]) => [k3sImage, traefikImage]),
  ).toEqual([
    ["own/k3s", "own/traefik"],
    ["own/k3s", "traefik:v9"],
  ]);
});
