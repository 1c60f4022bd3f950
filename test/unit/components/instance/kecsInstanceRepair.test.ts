import * as pulumi from "@pulumi/pulumi";
import { listObjects } from "../../../../cluster/presence/listObjects";
import { lookAtRoutes } from "../../../../cluster/traefik/lookAtRoutes";
import { inspectMachine } from "../../../../cluster/machine/inspectMachine";
import type { Deployment } from "../../../helpers/deploy";
import { COMMAND, deployInstance, emptyMachine, OWNER } from "../../../helpers/instance";

jest.mock("../../../../cluster/machine/inspectMachine");
jest.mock("../../../../cluster/presence/listObjects");
jest.mock("../../../../cluster/traefik/lookAtRoutes");

beforeEach(() => {
  jest.mocked(inspectMachine).mockReset().mockImplementation(emptyMachine);
  jest.mocked(lookAtRoutes).mockReset().mockResolvedValue([]);
  jest.mocked(listObjects).mockReset().mockResolvedValue(undefined);
});

/** What the tests below look at; none of them changes it. */
let deployment: Deployment;
beforeAll(async () => {
  jest.mocked(inspectMachine).mockImplementation(emptyMachine);
  jest.mocked(lookAtRoutes).mockResolvedValue([]);
  deployment = await deployInstance();
});

test("a repair and a wider range change nothing that the credentials or the provider hang on", async () => {
  const identity = ({ resources }: Deployment) =>
    resources
      .filter(({ name, type }) => name === "myapp-kubeconfig" || type.endsWith(":kubernetes"))
      .map(({ name, inputs }) => ({ name, inputs }));
  jest.mocked(inspectMachine).mockImplementation(async (settings) => ({
    ...(await emptyMachine(settings)),
    decision: { clusterIdentifier: "e1", repairId: "g2", replaceReasons: [], balancerReasons: [] },
  }));
  const repaired = await deployInstance({ portRangeStart: 9000, portRangeEnd: 9099 });
  expect(identity(repaired)).toEqual(identity(deployment));
  expect(identity(repaired)).toHaveLength(2);
});

test("may take over another owner's cluster where it is told to", async () => {
  const { inputs } = (await deployInstance({ takeOver: "q/t@b" })).one(COMMAND, "myapp-cluster");
  expect(inputs["environment"]).toMatchObject({ KECS_TAKE_OVER: "q/t@b", KECS_OWNER: OWNER });
});

test("is told so by the stack's configuration where the program does not say", async () => {
  pulumi.runtime.setAllConfig({ "kecs:takeOver": "q/t@b" });
  try {
    const { inputs } = (await deployInstance()).one(COMMAND, "myapp-cluster");
    expect(inputs["environment"]).toMatchObject({ KECS_TAKE_OVER: "q/t@b" });
  } finally {
    pulumi.runtime.setAllConfig({});
  }
});

test("renews certificates in the place of the old: nothing is without one meanwhile", () => {
  expect(deployment.one("pulumi:providers:kubernetes", "myapp").inputs).toMatchObject({
    enableSecretMutable: "true",
  });
});

test("keeps every path of the checkout out of the state: moving it must not touch the cluster", () => {
  const { resources } = deployment;
  expect(JSON.stringify(resources)).not.toContain(process.cwd());
});
