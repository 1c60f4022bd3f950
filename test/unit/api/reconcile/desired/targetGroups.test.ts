import { desiredTargetGroups } from "../../../../../api/reconcile/desired/targetGroups";
import { FakeInstance } from "../../../../helpers/api/fakeInstance";
import { createTargetGroup } from "../../../../../api/operations/elasticloadbalancing/createTargetGroup";
import { registerTargets } from "../../../../../api/operations/elasticloadbalancing/registerTargets";

function addresses(id: string, here: string | undefined): unknown[] {
  const instance = new FakeInstance();
  const { TargetGroups } = instance.call(createTargetGroup, {
    Name: "web",
    Protocol: "HTTP",
    Port: 80,
    TargetType: "ip",
  });
  const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn;
  instance.call(registerTargets, { TargetGroupArn, Targets: [{ Id: id, Port: 9000 }] });
  return desiredTargetGroups(instance.objects, here)
    .map(({ manifest }) => manifest as { kind: string; endpoints?: unknown })
    .filter(({ kind }) => kind === "EndpointSlice")
    .map(({ endpoints }) => endpoints);
}

test.each([
  ["10.1.2.3", "10.1.2.3"],
  ["localhost", "172.18.0.1"],
  ["127.0.0.1", "172.18.0.1"],
])("a target %s is reached at %s", (id, address) => {
  expect(addresses(id, "172.18.0.1")).toEqual([
    [expect.objectContaining({ addresses: [address] }) as unknown],
  ]);
});

test("a target of this machine has no endpoint where its address is not known", () => {
  expect(addresses("localhost", undefined)).toEqual([]);
});
