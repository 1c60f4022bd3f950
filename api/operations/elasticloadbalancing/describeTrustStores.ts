import type {
  DescribeTrustStoresCommandInput,
  DescribeTrustStoresOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { ofKind, type AwsObject } from "../../world/world";
import { inOrder, pageOf, placeOf } from "./page";
import { chosenByArn, chosenByName } from "./selection";

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTrustStores.html
 * Pulumi programs alone make trust stores.
 */
export const describeTrustStores: Operation<
  DescribeTrustStoresCommandInput,
  DescribeTrustStoresOutput
> = (input, world) => {
  const all = inOrder(ofKind(world, "ts"));
  const { items, next } = pageOf(chosen(input, all), input, placeOf);
  const TrustStores = items.map((object) => ({
    Name: nameOf(object),
    TrustStoreArn: object.arn,
    Status: "ACTIVE" as const,
    TotalRevokedEntries: 0,
  }));
  return { output: { TrustStores, ...next } };
};

function nameOf({ attributes }: AwsObject): string {
  return String(attributes["name"]);
}

function chosen(
  { TrustStoreArns: arns = [], Names: names = [] }: DescribeTrustStoresCommandInput,
  all: readonly AwsObject[],
): readonly AwsObject[] {
  if (arns.length > 0 && names.length > 0) {
    throw new AwsError(
      "ValidationError",
      "Trust store names and trust store ARNs cannot be specified at the same time",
    );
  }
  const missing = () => new AwsError("TrustStoreNotFound", "One or more trust stores not found");
  if (arns.length > 0) return chosenByArn(all, arns, missing);
  if (names.length > 0) return chosenByName(all, names, nameOf, missing);
  return all;
}
