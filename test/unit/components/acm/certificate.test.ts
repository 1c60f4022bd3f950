import { createPrivateKey, X509Certificate } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import type { CertificateArgs } from "../../../../components/acm/args";
import type { KeyPair } from "../../../../core/acm/authority/keyPair";
import { namesOf } from "../../../../core/acm/authority/leaf";
import { createAuthority, createLeaf } from "../../../../core/acm/authority/sign";
import { Certificate } from "../../../../components/acm/certificate";
import { certificateArn } from "../../../../core/arn";
import { findCertificate } from "../../../../components/controlPlane/certificates";
import type { CertificateEntry } from "../../../../components/controlPlane/entries";
import { deploy, SECRET, UNKNOWN, type Registration } from "../../../helpers/deploy";
import { freshEnv, removeFreshEnvs } from "../../../helpers/dataFolder";
import { CONNECTION } from "../../../helpers/samples";

const ARN = certificateArn(CONNECTION, "shop");
const SECRET_NAME = `cert-${ARN.split("/")[1] ?? ""}`;
const COMPONENT = "kecs:acm:Certificate::shop";
const KUBE_SECRET = "kubernetes:core/v1:Secret";

let own: KeyPair & { chain: string };
beforeAll(async () => {
  const root = await createAuthority("root", new Date());
  own = { ...(await createLeaf(root, ["own.test"], new Date())), chain: root.certificate };
});
beforeEach(() => {
  process.env["KECS_DATA_DIR"] = freshEnv().KECS_DATA_DIR;
});
afterAll(() => {
  delete process.env["KECS_DATA_DIR"];
  removeFreshEnvs();
});

const make = (args: Omit<CertificateArgs, "connection">, preview = false) => {
  let entry: CertificateEntry | undefined;
  return deploy(
    () => {
      new Certificate("shop", { connection: CONNECTION, ...args });
      entry = findCertificate(ARN);
    },
    { preview },
  ).then((deployment) => ({ ...deployment, entry }));
};
const content = ({ inputs }: Registration) => {
  const { secret } = inputs["data"] as { secret: Record<string, string> };
  const text = (name: string) => Buffer.from(secret[name] ?? "", "base64").toString();
  return { certificate: text("tls.crt"), key: text("tls.key") };
};

test("is a Secret with a certificate of the local authority, and a record without it", async () => {
  const domainName = "shop.test";
  const deployment = await make({ domainName, subjectAlternativeNames: ["*.shop.test"] });
  expect(deployment.resources.map(({ type, name, parent }) => [parent, type, name])).toEqual([
    [undefined, "kecs:acm:Certificate", "shop"],
    ...[
      [COMPONENT, "kubernetes:core/v1:ConfigMap", "shop-record"],
      [COMPONENT, KUBE_SECRET, "shop"],
    ],
  ]);
  const secret = deployment.one(KUBE_SECRET, "shop");
  expect(secret.inputs).toEqual({
    apiVersion: "v1",
    kind: "Secret",
    type: "kubernetes.io/tls",
    metadata: {
      name: SECRET_NAME,
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "certificate",
      },
    },
    data: SECRET({
      "tls.crt": expect.any(String) as string,
      "tls.key": expect.any(String) as string,
    }),
  });
  const { certificate, key } = content(secret);
  const x509 = new X509Certificate(certificate);
  expect(namesOf(x509).sort()).toEqual(["*.shop.test", "shop.test"]);
  expect(x509.checkPrivateKey(createPrivateKey(key))).toBe(true);

  const names = ["*.shop.test", "shop.test"];
  const { data } = deployment.one("kubernetes:core/v1:ConfigMap", "shop-record").inputs;
  const { arn, attributes } = data as { arn: string; attributes: string };
  expect([arn, JSON.parse(attributes)]).toEqual([
    ARN,
    { type: "AMAZON_ISSUED", names, secretName: SECRET_NAME },
  ]);
  expect(deployment.outputs.get(COMPONENT)).toEqual({ arn: ARN, names });
  expect(deployment.entry).toEqual({ secretName: SECRET_NAME, names });
});

test("knows all but the content of its Secret in the preview on a fresh machine", async () => {
  const deployment = await make({ domainName: "shop.test" }, true);
  expect(deployment.outputs.get(COMPONENT)).toEqual({ arn: ARN, names: ["shop.test"] });
  const { data, metadata } = deployment.one(KUBE_SECRET, "shop").inputs;
  expect(metadata).toMatchObject({ name: SECRET_NAME });
  expect(data).toEqual(UNKNOWN);
});

test.each<[string, (text: string) => pulumi.Input<string>]>([
  ["plain", (text) => text],
  ["secret", (text) => pulumi.secret(text)],
])("serves a certificate of one's own with its chain; all parts %s", async (_, given) => {
  const deployment = await make({
    certificateBody: given(own.certificate),
    privateKey: given(own.key),
    certificateChain: given(own.chain),
  });
  const { certificate, key } = content(deployment.one(KUBE_SECRET, "shop"));
  const blocks = certificate.match(/-----BEGIN CERTIFICATE-----/g) ?? [];
  expect(blocks).toHaveLength(2);
  expect(certificate.replace(/\n/g, "")).toBe((own.certificate + own.chain).replace(/\n/g, ""));
  expect(key).toBe(own.key);
  expect(deployment.outputs.get(COMPONENT)).toEqual({ arn: ARN, names: ["own.test"] });
});

test("shows the private key nowhere but in the Secret's own secret data", async () => {
  const deployment = await make({ certificateBody: own.certificate, privateKey: own.key });
  const secret = deployment.one(KUBE_SECRET, "shop");
  const shown = deployment.resources.map(({ inputs, ...more }) => ({
    ...more,
    inputs: { ...inputs, ...(inputs === secret.inputs ? { data: "left out" } : {}) },
  }));
  const text = JSON.stringify([shown, [...deployment.outputs]]);
  const body = own.key.split("\n")[1] ?? "";
  expect(content(secret).key).toContain(body);
  expect(text).not.toContain(body);
  expect(text).not.toContain(Buffer.from(own.key).toString("base64").slice(0, 60));
});

test.each<[string, () => Omit<CertificateArgs, "connection">, string[]]>([
  ["names", () => ({ domainName: "a_b" }), ["KECS1012"]],
  ["keys", () => ({ certificateBody: own.certificate, privateKey: "x" }), ["KECS1021"]],
  ["certificates and keys", () => ({ certificateBody: "x" }), ["KECS1021", "KECS1009"]],
])("rejects plain %s before anything is registered", async (_, args, codes) => {
  const registered: Registration[] = [];
  const program = () => new Certificate("shop", { connection: CONNECTION, ...args() });
  await expect(deploy(program, {}, registered)).rejects.toMatchObject({
    issues: codes.map((code) => ({ code })),
  });
  expect(registered.filter(({ parent }) => parent !== undefined)).toEqual([]);
});
