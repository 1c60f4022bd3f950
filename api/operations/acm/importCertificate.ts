import type {
  ImportCertificateCommandInput,
  ImportCertificateCommandOutput,
} from "@aws-sdk/client-acm";
import { certificateArn } from "../../../core/arn";
import { tlsSecretData } from "../../../core/acm/manifests";
import { certificateRecord } from "../../../core/acm/record";
import { validateCertificate, validateKey } from "../../../core/acm/validate";
import { AwsError, throwIfRefused } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import type { OutputOf } from "../outputOf";
import { certificateFacts, certificateOf } from "./certificates";
import { tagsOf, withTags } from "./tags";

/** Kubernetes refuses objects of more than 1 MiB; AWS takes chains of up to 2 MiB. */
const MOST_CHARACTERS = 512 * 1024;

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ImportCertificate.html */
export const importCertificate: Operation<
  ImportCertificateCommandInput,
  OutputOf<ImportCertificateCommandOutput>
> = (input, world) => {
  const certificateBody = textOf(input.Certificate);
  const privateKey = textOf(input.PrivateKey);
  const chain = textOf(input.CertificateChain);
  const values = {
    certificateBody,
    ...(chain === "" ? {} : { certificateChain: chain }),
  };
  throwIfRefused(
    [
      ...validateCertificate(values, "ImportCertificate", world.now),
      ...validateKey({ certificateBody, privateKey }, "ImportCertificate"),
    ],
    "ValidationException",
  );
  const present = replaced(input, world);
  const arn = present?.arn ?? certificateArn(world.connection, `api/${world.randomHex(16)}`);
  const tags = withTags(present === undefined ? [] : tagsOf(present), input.Tags ?? []);
  const certificate = `${[certificateBody, chain].join("\n").trim()}\n`;
  if (certificate.length > MOST_CHARACTERS) {
    throw new AwsError(
      "ValidationException",
      `The certificate and its chain have ${certificate.length} characters, and an instance takes ${MOST_CHARACTERS}`,
    );
  }
  return {
    output: { CertificateArn: arn },
    changes: [
      {
        kind: "put",
        object: {
          kind: "cert",
          ...certificateRecord(arn, values),
          createdAt: present?.createdAt ?? world.now,
          echo: {
            ...certificateFacts(certificateBody),
            ...(tags.length === 0 ? {} : { Tags: tags }),
          },
        },
        secret: {
          type: "kubernetes.io/tls",
          data: tlsSecretData({ certificate, key: `${privateKey.trim()}\n` }),
        },
      },
    ],
  };
};

/** The certificate in whose place the new one comes. */
function replaced(input: ImportCertificateCommandInput, world: World): AwsObject | undefined {
  if (input.CertificateArn === undefined) return undefined;
  const present = certificateOf(world, input.CertificateArn);
  if (present.owner === "api") return present;
  throw new AwsError(
    "ValidationException",
    `${present.arn} belongs to the Pulumi stack ${present.stack}: change it there`,
  );
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("utf8");
}
