import type { DeleteCertificateCommandInput } from "@aws-sdk/client-acm";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { certificateOf, usersOf } from "./certificates";

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_DeleteCertificate.html */
export const deleteCertificate: Operation<DeleteCertificateCommandInput, object> = (
  input,
  world,
) => {
  const certificate = certificateOf(world, input.CertificateArn);
  const { key, arn, owner, stack } = certificate;
  if (owner === "pulumi") {
    throw new AwsError(
      "AccessDeniedException",
      `${arn} belongs to the Pulumi stack ${stack}: remove it there`,
    );
  }
  const [user] = usersOf(certificate, world);
  if (user !== undefined) {
    throw new AwsError("ResourceInUseException", `Certificate ${arn} is in use by ${user}.`);
  }
  return { output: {}, changes: [{ kind: "remove", key }] };
};
