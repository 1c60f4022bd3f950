import type {
  ListCertificatesCommandInput,
  ListCertificatesCommandOutput,
} from "@aws-sdk/client-acm";
import type { Operation } from "../../world/operation";
import { ofKind } from "../../world/world";
import type { OutputOf } from "../outputOf";
import { summarizeCertificate } from "./certificates";

/**
 * https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html
 * All certificates come in one answer: an instance has few, and AWS lets a page be shorter than asked for,
 * never longer than it may be.
 */
export const listCertificates: Operation<
  ListCertificatesCommandInput,
  OutputOf<ListCertificatesCommandOutput>
> = (input, world) => {
  const { CertificateStatuses: statuses = ["ISSUED"] } = input;
  return {
    output: {
      CertificateSummaryList: statuses.includes("ISSUED")
        ? ofKind(world, "cert").map((object) => summarizeCertificate(object, world))
        : [],
    },
  };
};
