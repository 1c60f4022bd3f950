import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import type { KeyPair } from "../../../../core/acm/authority/keyPair";
import { createAuthority, createLeaf } from "../../../../core/acm/authority/sign";
import {
  validateCertificate,
  validateKey,
  type CertificateValues,
} from "../../../../core/acm/validate";
import { brief, only } from "../../../helpers/issues";

const NOW = new Date();
const LONG_AGO = new Date("2010-01-01T00:00:00Z");

let root: KeyPair;
let otherRoot: KeyPair;
let leaf: KeyPair;
let old: KeyPair;
let nameless: KeyPair;
beforeAll(async () => {
  root = await createAuthority("root", NOW);
  otherRoot = await createAuthority("root", NOW);
  leaf = await createLeaf(root, ["shop.test"], NOW);
  old = await createLeaf(await createAuthority("old", LONG_AGO), ["shop.test"], LONG_AGO);
  nameless = root;
});

const issues = (values: CertificateValues) => brief(validateCertificate(values, "C", NOW));

describe("a certificate that is issued here", () => {
  test.each([
    [{ domainName: "shop.test" }],
    [{ domainName: "*.shop.test", subjectAlternativeNames: ["shop.test", "a.b.c"] }],
    [{ domainName: "a.test", subjectAlternativeNames: Array<string>(100).fill("b.test") }],
  ])("takes %j", (values) => {
    expect(issues(values)).toEqual([]);
  });

  test.each([
    ["no name at all", {}, ["KECS1009 C.domainName"]],
    ["a wildcard inside", { domainName: "a.*.test" }, ["KECS1012 C.domainName"]],
    ["half a wildcard", { domainName: "a*.test" }, ["KECS1012 C.domainName"]],
    [
      "a name with a scheme, as an alternative",
      { domainName: "a.test", subjectAlternativeNames: ["b.test", "http://c.test"] },
      ["KECS1012 C.subjectAlternativeNames[1]"],
    ],
    [
      "more alternatives than AWS takes",
      { domainName: "a.test", subjectAlternativeNames: Array<string>(101).fill("b.test") },
      ["KECS1011 C.subjectAlternativeNames"],
    ],
    ["a chain", { domainName: "a.test", certificateChain: "x" }, ["KECS1015 C.certificateChain"]],
    [
      "a certificate of one's own",
      { domainName: "a.test", certificateBody: "x" },
      ["KECS1015 C.domainName"],
    ],
  ])("rejects %s", (_, values, expected) => {
    expect(issues(values)).toEqual(expected);
  });
});

describe("a certificate of one's own", () => {
  test("takes one with its root, with the rest of a file around it, and without any chain", () => {
    const certificateBody = `subject=CN = shop.test\n${leaf.certificate}\n`;
    expect(issues({ certificateBody })).toEqual([]);
    expect(issues({ certificateBody, certificateChain: root.certificate })).toEqual([]);
  });

  test.each<[string, () => CertificateValues, string, string]>([
    ["no PEM", () => ({ certificateBody: "x" }), "certificateBody", "no readable certificate"],
    [
      "damage",
      () => ({ certificateBody: leaf.certificate.replace(/\n[^-]{20}/, "\n") }),
      "certificateBody",
      "no readable certificate",
    ],
    [
      "two certificates",
      () => ({ certificateBody: leaf.certificate + root.certificate }),
      "certificateBody",
      '"2" certificates, not one',
    ],
    [
      "a key beside it",
      () => ({ certificateBody: leaf.certificate + leaf.key }),
      "certificateBody",
      "contains a private key",
    ],
    [
      "an old one",
      () => ({ certificateBody: old.certificate }),
      "certificateBody",
      'expired "Feb ',
    ],
    [
      "one without names",
      () => ({ certificateBody: nameless.certificate }),
      "certificateBody",
      "no host name",
    ],
    [
      "a chain that is none",
      () => ({ certificateBody: leaf.certificate, certificateChain: "x" }),
      "certificateChain",
      "no readable certificate",
    ],
    [
      "a root of the same name and another key",
      () => ({ certificateBody: leaf.certificate, certificateChain: otherRoot.certificate }),
      "certificateChain",
      "certificate 1 in it did not issue certificateBody",
    ],
    [
      "a chain in disorder",
      () => ({
        certificateBody: leaf.certificate,
        certificateChain: root.certificate + leaf.certificate,
      }),
      "certificateChain",
      "certificate 2 in it did not issue certificate 1",
    ],
    [
      "a key in its chain",
      () => ({ certificateBody: leaf.certificate, certificateChain: root.certificate + root.key }),
      "certificateChain",
      "contains a private key",
    ],
  ])("rejects %s", (_, values, field, message) => {
    const issue = only(validateCertificate(values(), "C", NOW));
    expect(issue).toMatchObject({ code: "KECS1021", path: `C.${field}` });
    expect(issue.message).toContain(message);
  });

  test("rejects one of the future, by the clock", () => {
    const issue = only(validateCertificate({ certificateBody: leaf.certificate }, "C", LONG_AGO));
    expect(issue.message).toContain("not valid before");
  });

  test("rejects names beside it", () => {
    const values = { certificateBody: leaf.certificate, subjectAlternativeNames: ["a.test"] };
    expect(issues(values)).toEqual(["KECS1015 C.subjectAlternativeNames"]);
  });
});

describe("a private key", () => {
  const encrypted = (type: "pkcs8" | "sec1") =>
    createPrivateKey(leaf.key)
      .export({ type, format: "pem", cipher: "aes-256-cbc", passphrase: "secret-words" })
      .toString();
  const ed25519 = () =>
    generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

  test("is taken in both forms of PEM, and not asked for where none is needed", () => {
    const sec1 = createPrivateKey(leaf.key).export({ type: "sec1", format: "pem" }).toString();
    const parameters =
      "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    const certificateBody = leaf.certificate;
    for (const privateKey of [leaf.key, sec1, parameters + sec1]) {
      expect(validateKey({ certificateBody, privateKey }, "C")).toEqual([]);
    }
    expect(validateKey({}, "C")).toEqual([]);
  });

  test.each<[string, () => string | undefined, string, string]>([
    ["none", () => undefined, "KECS1009", "needs its private key"],
    ["another one's", () => root.key, "KECS1021", "not the key of certificateBody"],
    ["an encrypted one", () => encrypted("pkcs8"), "KECS1021", "is encrypted"],
    ["one that is encrypted the old way", () => encrypted("sec1"), "KECS1021", "is encrypted"],
    ["no PEM", () => "hunter2", "KECS1021", '"0" private keys'],
    ["two of them", () => leaf.key + root.key, "KECS1021", '"2" private keys'],
    ["damage", () => leaf.key.replace(/\n[^-]{20}/, "\n"), "KECS1021", "cannot be read"],
    ["a kind that AWS does not take", ed25519, "KECS1021", '"ed25519"'],
  ])("rejects %s, and tells nothing of it", (_, make, code, message) => {
    const privateKey = make();
    const issue = only(
      validateKey(
        { certificateBody: leaf.certificate, ...(privateKey === undefined ? {} : { privateKey }) },
        "C",
      ),
    );
    expect(issue).toMatchObject({ code, path: "C.privateKey" });
    expect(issue.message).toContain(message);
    const text = JSON.stringify(issue);
    for (const line of (privateKey ?? "").split("\n").filter((of) => /^[^-]{7,}$/.test(of))) {
      expect(text).not.toContain(line);
    }
  });

  test("rejects one without its certificate", () => {
    expect(brief(validateKey({ privateKey: leaf.key }, "C"))).toEqual(["KECS1015 C.privateKey"]);
  });
});
