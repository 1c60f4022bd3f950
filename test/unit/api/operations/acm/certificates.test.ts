import { addTagsToCertificate } from "../../../../../api/operations/acm/addTagsToCertificate";
import { deleteCertificate } from "../../../../../api/operations/acm/deleteCertificate";
import { describeCertificate } from "../../../../../api/operations/acm/describeCertificate";
import { importCertificate } from "../../../../../api/operations/acm/importCertificate";
import { listCertificates } from "../../../../../api/operations/acm/listCertificates";
import { listTagsForCertificate } from "../../../../../api/operations/acm/listTagsForCertificate";
import type { KeyPair } from "../../../../../core/acm/authority/keyPair";
import { createAuthority, createLeaf } from "../../../../../core/acm/authority/sign";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { FakeInstance } from "../../../../helpers/api/fakeInstance";

const NOW = new Date();
let root: KeyPair;
let leaf: KeyPair;
beforeAll(async () => {
  root = await createAuthority("root", NOW);
  leaf = await createLeaf(root, ["shop.test", "*.shop.test"], NOW);
});

let instance: FakeInstance;
beforeEach(() => {
  instance = new FakeInstance();
  instance.now = NOW;
});

const bytes = (text: string): Uint8Array => Buffer.from(text);
const own = () => ({
  Certificate: bytes(leaf.certificate),
  PrivateKey: bytes(leaf.key),
  CertificateChain: bytes(root.certificate),
});
const listener = (certificateArn: string) => ({
  kind: "listener",
  key: "listener-web-443",
  arn: "arn:listener",
  stack: "aws-api",
  owner: "api" as const,
  createdAt: NOW,
  attributes: { loadBalancerArn: "arn:web", certificateArn },
  echo: {},
});

test("an imported certificate is described, and its key is in no record", () => {
  const { CertificateArn: arn } = instance.call(importCertificate, own());
  const { Certificate: found } = instance.call(describeCertificate, { CertificateArn: arn });
  expect(found).toMatchObject({
    CertificateArn: arn,
    DomainName: "shop.test",
    SubjectAlternativeNames: ["shop.test", "*.shop.test"],
    Issuer: "CN=root",
    KeyAlgorithm: "EC_prime256v1",
    Status: "ISSUED",
    Type: "IMPORTED",
    InUseBy: [],
  });
  expect(found?.Serial).toMatch(/^([0-9a-f]{2}:)+[0-9a-f]{2}$/);
  expect(found?.NotAfter?.getTime()).toBeGreaterThan(NOW.getTime());
  expect(JSON.stringify(instance.objects)).not.toContain("PRIVATE KEY");
});

test("the certificate and its chain are in one Secret, as Traefik reads it", () => {
  const { changes = [] } = importCertificate(own(), instance.world);
  const [change] = changes;
  const secret = change?.kind === "put" ? change.secret : undefined;
  const text = (key: string) => Buffer.from(secret?.data[key] ?? "", "base64").toString();
  expect(secret?.type).toBe("kubernetes.io/tls");
  expect(text("tls.crt").match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  expect(text("tls.key")).toBe(`${leaf.key.trim()}\n`);
});

test("a certificate comes in the place of another, under its ARN", () => {
  const { CertificateArn: arn } = instance.call(importCertificate, own());
  const again = instance.call(importCertificate, { ...own(), CertificateArn: arn });
  expect(again.CertificateArn).toBe(arn);
  expect(instance.call(listCertificates, {}).CertificateSummaryList).toHaveLength(1);
});

test("a certificate that a listener has stays", () => {
  const { CertificateArn: arn = "" } = instance.call(importCertificate, own());
  instance.objects = [...instance.objects, listener(arn)];
  expect(instance.call(listCertificates, {}).CertificateSummaryList).toMatchObject([
    { CertificateArn: arn, DomainName: "shop.test", InUse: true },
  ]);
  const remove = () => instance.call(deleteCertificate, { CertificateArn: arn });
  expect(refusal(remove)).toMatch(/^ResourceInUseException /);
  instance.objects = instance.objects.slice(0, 1);
  remove();
  expect(instance.objects).toEqual([]);
});

test.each([
  ["a key of another certificate", () => ({ PrivateKey: bytes(root.key) }), "ValidationException"],
  ["no certificate", () => ({ Certificate: bytes("x") }), "ValidationException"],
  [
    "a certificate that is not there",
    () => ({ CertificateArn: "arn:aws:acm:us-east-1:000000000000:certificate/x" }),
    "ResourceNotFoundException",
  ],
])("%s is refused", (_, given, code) => {
  const call = () => instance.call(importCertificate, { ...own(), ...given() });
  expect(refusal(call).split(" ")[0]).toBe(code);
});

test("what a Pulumi program made is neither replaced nor deleted", () => {
  const { CertificateArn: arn } = instance.call(importCertificate, own());
  instance.objects = instance.objects.map((of) => ({ ...of, owner: "pulumi", stack: "shop/dev" }));
  for (const act of [
    () => instance.call(importCertificate, { ...own(), CertificateArn: arn }),
    () => instance.call(deleteCertificate, { CertificateArn: arn }),
  ]) {
    expect(act).toThrow("belongs to the Pulumi stack shop/dev");
  }
});

test("refuses a chain that no object of the cluster could hold", () => {
  const CertificateChain = bytes(root.certificate.repeat(1000));
  const call = () => instance.call(importCertificate, { ...own(), CertificateChain });
  expect(refusal(call)).toMatch(/^ValidationException .* characters, and an instance takes 524288/);
  expect(instance.objects).toEqual([]);
});

test("refuses tags that AWS refuses", () => {
  const { CertificateArn } = instance.call(importCertificate, own());
  const add = (Tags: { Key: string }[]) => () =>
    instance.call(addTagsToCertificate, { CertificateArn, Tags });
  expect(refusal(add([{ Key: "aws:a" }]))).toContain("InvalidTagException");
  const many = Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}` }));
  expect(refusal(add(many))).toContain("TooManyTagsException");
});

test("a certificate that comes in the place of another keeps its tags", () => {
  const Tags = [{ Key: "team", Value: "shop" }];
  const { CertificateArn } = instance.call(importCertificate, { ...own(), Tags });
  instance.call(importCertificate, { ...own(), CertificateArn });
  expect(instance.call(listTagsForCertificate, { CertificateArn }).Tags).toEqual(Tags);
});
