import { X509Certificate } from "node:crypto";
import { authorityFacts, bundleHolds } from "../../../../cluster/authority/authorityFacts";
import { createAuthority } from "../../../../core/acm/authority/sign";

test("tells of a certificate what openssl tells, and finds it in a bundle", async () => {
  const [own, other] = await Promise.all(
    [1, 2].map(() => createAuthority("KECS local CA a@b", new Date("2026-01-01T01:00:00Z"))),
  );
  const { certificate = "" } = own ?? {};
  const x509 = new X509Certificate(certificate);
  expect(authorityFacts("/ca.pem", certificate)).toEqual({
    file: "/ca.pem",
    name: "KECS local CA a@b",
    fingerprint: x509.fingerprint256,
    sha1: x509.fingerprint.replace(/:/g, ""),
    id: x509.fingerprint256.replace(/:/g, "").slice(0, 8).toLowerCase(),
    expires: "2036-01-01T00:00:00.000Z",
  });
  const bundle = `# others\n${other?.certificate ?? ""}\n${certificate.replace(/\n/g, "\r\n")}`;
  expect(bundleHolds(bundle, certificate)).toBe(true);
  expect(bundleHolds(other?.certificate ?? "", certificate)).toBe(false);
  expect(bundleHolds(bundle, "x")).toBe(false);
});
