import { zoneId, zoneOfSubnet } from "../../../../core/ec2/network";

test.each([
  ["us-east-1", "a", "use1-az1"],
  ["eu-central-1", "b", "euc1-az2"],
  ["ap-southeast-2", "c", "apse2-az3"],
  ["us-gov-west-1", "a", "usgw1-az1"],
])("the id of zone %s%s is %s", (region, zone, id) => {
  expect(zoneId(region, zone)).toBe(id);
});

test("a subnet is in the zone that its id ends with", () => {
  expect(zoneOfSubnet("subnet-0123456789abcdefb")).toBe("b");
  expect(zoneOfSubnet("subnet-1")).toBeUndefined();
  expect(zoneOfSubnet(undefined)).toBeUndefined();
});
