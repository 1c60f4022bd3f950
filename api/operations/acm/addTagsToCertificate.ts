import type { AddTagsToCertificateCommandInput } from "@aws-sdk/client-acm";
import type { Operation } from "../../world/operation";
import { certificateOf } from "./certificates";
import { retagged, tagsOf, withTags } from "./tags";

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_AddTagsToCertificate.html */
export const addTagsToCertificate: Operation<AddTagsToCertificateCommandInput, object> = (
  { CertificateArn, Tags = [] },
  world,
) => {
  const certificate = certificateOf(world, CertificateArn);
  return { output: {}, changes: [retagged(certificate, withTags(tagsOf(certificate), Tags))] };
};
