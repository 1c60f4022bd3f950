import { KecsInstance, type KecsInstanceArgs } from "../../../../components";
import { inspectMachine } from "../../../../cluster/machine/inspectMachine";
import { deploy } from "../../../helpers/deploy";
import { emptyMachine } from "../../../helpers/instance";

jest.mock("../../../../cluster/machine/inspectMachine");
jest.mock("../../../../cluster/presence/listObjects");
jest.mock("../../../../cluster/traefik/lookAtRoutes");

beforeEach(() => {
  jest.mocked(inspectMachine).mockImplementation(emptyMachine);
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
