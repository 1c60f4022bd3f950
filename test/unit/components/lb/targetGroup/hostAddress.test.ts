import * as pulumi from "@pulumi/pulumi";
import { findHostAddress } from "../../../../../cluster/k3d/hostAddress";
import { hostAddress } from "../../../../../components/lb/targetGroup/hostAddress";
import { deploy } from "../../../../helpers/deploy";

jest.mock("../../../../../cluster/k3d/hostAddress");

beforeEach(() => {
  jest.mocked(findHostAddress).mockResolvedValue(undefined);
});

test("rejects an update without a cluster", async () => {
  await deploy(async () => {
    await expect(hostAddress("shop", 'TargetGroup("web")')).rejects.toThrow(
      'error KECS1022: TargetGroup("web").targets: "kecs-shop" has no network over which it can reach this machine',
    );
  });
});

test("leaves the address open in a preview without a cluster", async () => {
  const program = async () => {
    expect(await hostAddress("shop", "t")).toBe(pulumi.unknown);
  };
  await deploy(program, { preview: true });
});
