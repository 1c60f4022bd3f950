import type { RemoveTagsFromCertificateCommandInput } from "@aws-sdk/client-acm";
import type { Operation } from "../../world/operation";
import { certificateOf } from "./certificates";
import { retagged, tagsOf } from "./tags";

/**
 * https://docs.aws.amazon.com/acm/latest/APIReference/API_RemoveTagsFromCertificate.html
 * A tag that is named with a value goes only if it has that value.
 */
export const removeTagsFromCertificate: Operation<RemoveTagsFromCertificateCommandInput, object> = (
  { CertificateArn, Tags = [] },
  world,
) => {
  const certificate = certificateOf(world, CertificateArn);
  const kept = tagsOf(certificate).filter(
    (tag) =>
      !Tags.some(
        ({ Key, Value }) => Key === tag.Key && (Value === undefined || Value === (tag.Value ?? "")),
      ),
  );
  return { output: {}, changes: [retagged(certificate, kept)] };
};
