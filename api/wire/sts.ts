import { STRING, structureSchema } from "./protocol/schema";

const NAMESPACE = "com.amazonaws.sts";

/**
 * The one operation of STS that KECS has, in the form of the SDK's packages: @aws-sdk/client-sts would
 * be megabytes for these three strings.
 */
export const GetCallerIdentity$ = [
  9,
  NAMESPACE,
  "GetCallerIdentity",
  0,
  structureSchema(NAMESPACE, "GetCallerIdentityRequest", {}),
  structureSchema(NAMESPACE, "GetCallerIdentityResponse", {
    UserId: STRING,
    Account: STRING,
    Arn: STRING,
  }),
];
