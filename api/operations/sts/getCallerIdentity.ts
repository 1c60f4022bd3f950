import type { Operation } from "../../world/operation";

/** Who a caller is: everybody is the same user, of the instance's account. */
interface CallerIdentity {
  readonly Account: string;
  readonly Arn: string;
  readonly UserId: string;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const getCallerIdentity: Operation<object, CallerIdentity> = (
  _,
  { connection: { accountId } },
) => ({
  output: {
    Account: accountId,
    Arn: `arn:aws:iam::${accountId}:user/kecs`,
    UserId: "AIDAKECSKECSKECSKECS",
  },
});
