import type { DescribeRegionsRequest, DescribeRegionsResult, Region } from "@aws-sdk/client-ec2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { described } from "./describe";
import type { Filterable } from "./filters";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html */
const FIELDS: Filterable<Region> = {
  endpoint: (of) => [of.Endpoint],
  "opt-in-status": (of) => [of.OptInStatus],
  "region-name": (of) => [of.RegionName],
};

/**
 * The caller's region alone: an instance is in whichever it is asked in.
 *
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
 */
export const describeRegions: Operation<DescribeRegionsRequest, DescribeRegionsResult> = (
  input,
  { region },
) => {
  const Endpoint = `ec2.${region}.amazonaws.com`;
  const regions: Region[] = [{ RegionName: region, Endpoint, OptInStatus: "opt-in-not-required" }];
  const byName = {
    names: input.RegionNames,
    nameOf: (of: Region) => of.RegionName,
    missing: (name: string) => new AwsError("InvalidParameterValue", `Invalid region: [${name}]`),
  };
  return { output: { Regions: described(regions, input, FIELDS, [byName]) } };
};
