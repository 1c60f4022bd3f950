import type {
  DescribeCertificateCommandInput,
  DescribeCertificateCommandOutput,
} from "@aws-sdk/client-acm";
import type { Operation } from "../../world/operation";
import type { OutputOf } from "../outputOf";
import { certificateOf, describeCertificate as describe } from "./certificates";

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_DescribeCertificate.html */
export const describeCertificate: Operation<
  DescribeCertificateCommandInput,
  OutputOf<DescribeCertificateCommandOutput>
> = (input, world) => ({
  output: { Certificate: describe(certificateOf(world, input.CertificateArn), world) },
});
