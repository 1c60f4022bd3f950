import type {
  AvailabilityZone,
  DescribeAvailabilityZonesRequest,
  DescribeAvailabilityZonesResult,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { SUBNETS, zoneId } from "../../../core/ec2/network";
import { described } from "./describe";
import type { Filterable } from "./filters";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html */
const FIELDS: Filterable<AvailabilityZone> = {
  "group-long-name": () => [],
  "group-name": (of) => [of.GroupName],
  message: () => [],
  "opt-in-status": (of) => [of.OptInStatus],
  "parent-zone-id": () => [],
  "parent-zone-name": () => [],
  "region-name": (of) => [of.RegionName],
  state: (of) => [of.State],
  "zone-id": (of) => [of.ZoneId],
  "zone-name": (of) => [of.ZoneName],
  "zone-type": (of) => [of.ZoneType],
};

function invalidZone(name: string): AwsError {
  return new AwsError("InvalidParameterValue", `Invalid availability zone: [${name}]`);
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html */
export const describeAvailabilityZones: Operation<
  DescribeAvailabilityZonesRequest,
  DescribeAvailabilityZonesResult
> = (input, { region }) => {
  const zones = SUBNETS.map(({ zone }): AvailabilityZone => ({
    ZoneName: `${region}${zone}`,
    ZoneId: zoneId(region, zone),
    ZoneType: "availability-zone",
    RegionName: region,
    GroupName: `${region}-zg-1`,
    NetworkBorderGroup: region,
    OptInStatus: "opt-in-not-required",
    State: "available",
    Messages: [],
  }));
  const AvailabilityZones = described(zones, input, FIELDS, [
    { names: input.ZoneNames, nameOf: (of) => of.ZoneName, missing: invalidZone },
    { names: input.ZoneIds, nameOf: (of) => of.ZoneId, missing: invalidZone },
  ]);
  return { output: { AvailabilityZones } };
};
