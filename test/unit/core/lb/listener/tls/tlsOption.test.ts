import * as tls from "../../../../../../core/lb/listener/tls/tlsOption";
import type { TlsVersions } from "../../../../../../core/lb/listener/sslPolicies";
import { rootName } from "../../../../../../core/lb/traefikObjects/names";
import { crdErrors } from "../../../../../helpers/crd";

const owner = { loadBalancer: "myapp-alb", port: 443 };
const settings: tls.TlsSettings = {
  ...owner,
  versions: { minimum: "1.2", maximum: "1.3" },
};
const VERSIONS = { minVersion: "VersionTLS12", maxVersion: "VersionTLS13" };
const metadata = (name: string) => ({
  name,
  namespace: "kecs",
  labels: {
    "app.kubernetes.io/managed-by": "kecs",
    "app.kubernetes.io/component": "listener",
    "kecs.dev/load-balancer": "myapp-alb",
    "kecs.dev/listener-port": "443",
  },
});
const spec = (more: Partial<tls.TlsSettings>) => {
  const option = tls.tlsOption({ ...settings, ...more });
  expect(crdErrors(option)).toEqual([]);
  return option.spec;
};

test("is one object of each listener, by its name", () => {
  expect(tls.tlsOption(settings)).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "TLSOption",
    metadata: metadata("myapp-alb-443-tls"),
    spec: VERSIONS,
  });
  expect(tls.tlsOptionName(owner)).toBe("myapp-alb-443-tls");
});

test.each<[TlsVersions, object]>([
  [
    { minimum: "1.0", maximum: "1.3" },
    { minVersion: "VersionTLS10", maxVersion: "VersionTLS13" },
  ],
  [
    { minimum: "1.1", maximum: "1.2" },
    { minVersion: "VersionTLS11", maxVersion: "VersionTLS12" },
  ],
  [
    { minimum: "1.3", maximum: "1.3" },
    { minVersion: "VersionTLS13", maxVersion: "VersionTLS13" },
  ],
])("allows the versions %j", (versions, expected) => {
  expect(spec({ versions })).toEqual(expected);
});

test("offers the protocols that are given", () => {
  expect(spec({ protocols: ["http/1.1"] })).toEqual({
    ...VERSIONS,
    alpnProtocols: ["http/1.1"],
  });
});

test("asks for client certificates: of the trust store's, or any", () => {
  expect(spec({ clientCertificates: { mode: "verify", secretName: "ts-clients" } })).toEqual({
    ...VERSIONS,
    clientAuth: {
      secretNames: ["ts-clients"],
      clientAuthType: "RequireAndVerifyClientCert",
    },
  });
  expect(spec({ clientCertificates: { mode: "passthrough" } })).toEqual({
    ...VERSIONS,
    clientAuth: { clientAuthType: "RequestClientCert" },
  });
});

test("hands client certificates on by a middleware of the listener", () => {
  const middleware = tls.clientCertificateMiddleware(owner);
  expect(middleware).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "Middleware",
    metadata: metadata("myapp-alb-443-client-cert"),
    spec: { passTLSClientCert: { pem: true } },
  });
  expect(crdErrors(middleware)).toEqual([]);
  expect(tls.clientCertificateName(owner)).toBe("myapp-alb-443-client-cert");
});

test("has a Secret for the certificate that is issued for it", () => {
  expect(tls.listenerSecret(owner)).toEqual({
    metadata: metadata("myapp-alb-443-cert"),
    type: "kubernetes.io/tls",
  });
  expect(tls.listenerSecretName(owner)).toBe("myapp-alb-443-cert");
});

test("names its objects after the listener's own, and keeps them within 63 characters", () => {
  const long = { loadBalancer: "a".repeat(32), port: 65535 };
  for (const each of [owner, long, { loadBalancer: "Upper", port: 1 }]) {
    const names = [
      tls.tlsOptionName(each),
      tls.listenerSecretName(each),
      tls.clientCertificateName(each),
    ];
    const root = rootName({ name: each.loadBalancer }, each);
    for (const name of names) {
      expect(name.startsWith(`${root}-`)).toBe(true);
      expect(name.length).toBeLessThanOrEqual(63);
    }
  }
});
