import { X509Certificate } from "node:crypto";
import type { CertificateDetail, CertificateSummary, KeyAlgorithm } from "@aws-sdk/client-acm";
import { nameFromArn } from "../../../core/arn";
import type { CertificateAttributes } from "../../../core/acm/record";
import {
  LISTENER_CERTIFICATE_KIND,
  recordedListenerCertificate,
} from "../../../core/lb/listenerCertificate/record";
import { AwsError } from "../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../world/world";

/** What is read of a certificate, of one that was given as a text. */
export interface CertificateFacts {
  readonly Serial: string;
  readonly Subject: string;
  readonly Issuer: string;
  /** As ISO 8601 writes it. */
  readonly NotBefore: string;
  readonly NotAfter: string;
  readonly KeyAlgorithm: KeyAlgorithm;
}

export function certificateFacts(body: string): CertificateFacts {
  const read = new X509Certificate(body);
  return {
    Serial: read.serialNumber.toLowerCase().replace(/(..)(?=.)/g, "$1:"),
    Subject: read.subject.replaceAll("\n", ","),
    Issuer: read.issuer.replaceAll("\n", ","),
    NotBefore: new Date(read.validFrom).toISOString(),
    NotAfter: new Date(read.validTo).toISOString(),
    KeyAlgorithm: keyAlgorithm(read),
  };
}

/** ACM's word for the kind of a key. */
function keyAlgorithm({ publicKey }: X509Certificate): KeyAlgorithm {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  const name =
    publicKey.asymmetricKeyType === "rsa" ? `RSA_${modulusLength ?? 0}` : `EC_${namedCurve ?? ""}`;
  return name as KeyAlgorithm;
}

/** @throws AwsError where the instance has no such certificate */
export function certificateOf(world: World, arn: string | undefined): AwsObject {
  const id = nameFromArn("certificate", arn ?? "");
  const found = ofKind(world, "cert").find(
    ({ arn: own }) => nameFromArn("certificate", own) === id,
  );
  if (id !== undefined && found !== undefined) return found;
  throw new AwsError("ResourceNotFoundException", `Could not find certificate ${arn ?? ""}.`);
}

/** The load balancers whose listeners have a certificate, by their ARNs. */
export function usersOf({ arn }: AwsObject, world: World): string[] {
  const added = ofKind(world, LISTENER_CERTIFICATE_KIND)
    .map(recordedListenerCertificate)
    .filter(({ certificateArn }) => certificateArn === arn)
    .map(({ listenerArn }) => listenerArn);
  const users = ofKind(world, "listener").filter(
    (listener) => listener.attributes["certificateArn"] === arn || added.includes(listener.arn),
  );
  return [...new Set(users.map(({ attributes }) => String(attributes["loadBalancerArn"])))];
}

export function describeCertificate(object: AwsObject, world: World): CertificateDetail {
  const { type, names } = object.attributes as unknown as CertificateAttributes;
  const { Serial, Subject, Issuer, NotBefore, NotAfter, KeyAlgorithm } =
    object.echo as Partial<CertificateFacts>;
  const at = object.createdAt;
  return {
    CertificateArn: object.arn,
    ...(names[0] === undefined ? {} : { DomainName: names[0] }),
    SubjectAlternativeNames: [...names],
    ...(Serial === undefined ? {} : { Serial, Subject, Issuer, KeyAlgorithm }),
    CreatedAt: at,
    ...(type === "IMPORTED" ? { ImportedAt: at } : { IssuedAt: at }),
    Status: "ISSUED",
    ...(NotBefore === undefined ? {} : { NotBefore: new Date(NotBefore) }),
    ...(NotAfter === undefined ? {} : { NotAfter: new Date(NotAfter) }),
    InUseBy: usersOf(object, world),
    Type: type,
    RenewalEligibility: "INELIGIBLE",
  };
}

export function summarizeCertificate(object: AwsObject, world: World): CertificateSummary {
  const { DomainName, SubjectAlternativeNames, InUseBy, ...of } = describeCertificate(
    object,
    world,
  );
  return {
    ...(of.CertificateArn === undefined ? {} : { CertificateArn: of.CertificateArn }),
    ...(DomainName === undefined ? {} : { DomainName }),
    SubjectAlternativeNameSummaries: SubjectAlternativeNames,
    HasAdditionalSubjectAlternativeNames: false,
    Status: of.Status,
    Type: of.Type,
    ...(of.KeyAlgorithm === undefined ? {} : { KeyAlgorithm: of.KeyAlgorithm }),
    InUse: InUseBy !== undefined && InUseBy.length > 0,
    RenewalEligibility: of.RenewalEligibility,
    ...(of.NotBefore === undefined ? {} : { NotBefore: of.NotBefore }),
    ...(of.NotAfter === undefined ? {} : { NotAfter: of.NotAfter }),
    ...(of.CreatedAt === undefined ? {} : { CreatedAt: of.CreatedAt }),
    ...(of.ImportedAt === undefined ? {} : { ImportedAt: of.ImportedAt }),
    ...(of.IssuedAt === undefined ? {} : { IssuedAt: of.IssuedAt }),
  };
}
