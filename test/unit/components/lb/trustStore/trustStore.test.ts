import { TrustStore } from "../../../../../components";
import type { KeyPair } from "../../../../../core/acm/authority/keyPair";
import { createAuthority, createLeaf } from "../../../../../core/acm/authority/sign";
import { trustStoreArn } from "../../../../../core/arn";
import { trustStoreSecret } from "../../../../../core/lb/trustStore/manifests";
import { validateTrustStore } from "../../../../../core/lb/trustStore/validate";
import { deploy, SECRET } from "../../../../helpers/deploy";
import { brief, only } from "../../../../helpers/issues";
import { CONNECTION } from "../../../../helpers/samples";

const COMPONENT = "kecs:lb:TrustStore::clients";
const ARN = trustStoreArn(CONNECTION, "clients");

let authority: KeyPair;
let leaf: KeyPair;
beforeAll(async () => {
  authority = await createAuthority("clients", new Date());
  leaf = await createLeaf(authority, ["a.test"], new Date());
});

test("is a Secret with the bundle, and a record without it", async () => {
  const program = () =>
    new TrustStore("clients", {
      connection: CONNECTION,
      caCertificatesBundle: authority.certificate,
    });
  const deployment = await deploy(program);
  expect(deployment.resources.map(({ type, name }) => `${type}::${name}`).sort()).toEqual([
    COMPONENT,
    "kubernetes:core/v1:ConfigMap::clients-record",
    "kubernetes:core/v1:Secret::clients",
  ]);
  expect(deployment.one("kubernetes:core/v1:Secret", "clients").inputs).toEqual({
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: "ts-clients",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "trust-store",
        "kecs.dev/trust-store": "clients",
      },
    },
    type: "Opaque",
    data: SECRET({ "ca.crt": Buffer.from(authority.certificate).toString("base64") }),
  });
  expect(deployment.one("kubernetes:core/v1:ConfigMap", "clients-record").inputs["data"]).toEqual({
    version: "1",
    stack: "kecs/test",
    arn: ARN,
    attributes: JSON.stringify({ name: "clients", secretName: "ts-clients" }),
  });
  expect(deployment.outputs.get(COMPONENT)).toEqual({ arn: ARN, name: "clients" });
  expect((await deploy(program, { preview: true })).outputs.get(COMPONENT)).toEqual({
    arn: ARN,
    name: "clients",
  });
});

test("takes several authorities, and names of AWS's form", () => {
  const caCertificatesBundle = `# ours\n${authority.certificate}\n${authority.certificate}`;
  for (const name of ["a", "A-1-b", "a".repeat(32)]) {
    expect(validateTrustStore({ name, caCertificatesBundle }, "T")).toEqual([]);
    expect(trustStoreSecret(name, "").metadata.name).toMatch(/^[a-z0-9-]{1,63}$/);
  }
  for (const name of ["", "a--b", "-a", "a_b", "a".repeat(33)]) {
    expect(brief(validateTrustStore({ name, caCertificatesBundle }, "T"))).toEqual([
      "KECS1001 T.name",
    ]);
  }
});

test.each<[string, () => string, string]>([
  ["an empty bundle", () => "", "it contains no certificate"],
  ["a private key", () => authority.certificate + authority.key, "it contains a private key"],
  [
    "a certificate of a server",
    () => authority.certificate + leaf.certificate,
    "certificate 2 in it is not that of a certificate authority",
  ],
  [
    "damage",
    () => authority.certificate.replace(/\n[^-]{20}/, "\n"),
    "certificate 1 in it cannot be read",
  ],
])("rejects %s", (_, bundle, message) => {
  const values = { name: "clients", caCertificatesBundle: bundle() };
  expect(only(validateTrustStore(values, "T"))).toMatchObject({
    code: "KECS1021",
    path: "T.caCertificatesBundle",
    message,
  });
});

test("rejects two of one name", async () => {
  const args = { connection: CONNECTION, name: "a", caCertificatesBundle: authority.certificate };
  const program = () => [new TrustStore("x", args), new TrustStore("y", args)];
  await expect(deploy(program)).rejects.toMatchObject({
    issues: [{ code: "KECS1001", path: 'TrustStore("y").name' }],
  });
});
