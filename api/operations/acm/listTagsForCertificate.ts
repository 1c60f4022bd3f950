import type {
  ListTagsForCertificateCommandInput,
  ListTagsForCertificateCommandOutput,
} from "@aws-sdk/client-acm";
import type { Operation } from "../../world/operation";
import type { OutputOf } from "../outputOf";
import { certificateOf } from "./certificates";
import { tagsOf } from "./tags";

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ListTagsForCertificate.html */
export const listTagsForCertificate: Operation<
  ListTagsForCertificateCommandInput,
  OutputOf<ListTagsForCertificateCommandOutput>
> = ({ CertificateArn }, world) => ({
  output: { Tags: [...tagsOf(certificateOf(world, CertificateArn))] },
});
