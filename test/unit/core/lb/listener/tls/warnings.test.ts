import { tlsWarnings, type TlsReach } from "../../../../../../core/lb/listener/tls/warnings";

const REACH: TlsReach = {
  settings: { versions: { minimum: "1.2", maximum: "1.3" } },
  hosts: ["web.elb.localhost", "*.a.test", "b*.test"],
  catchAll: false,
  neighbours: ["n.test"],
};
const STRICT = { versions: { minimum: "1.3", maximum: "1.3" } } as const;
const VERIFY = {
  versions: { minimum: "1.2", maximum: "1.3" },
  clientCertificates: { mode: "verify", secretName: "ts-ca" },
} as const;

const said = (more: Partial<TlsReach>) =>
  tlsWarnings({ ...REACH, ...more }, 'Listener("web")').map(({ message }) => message);

test("says nothing where the options are the default ones", () => {
  expect(said({})).toEqual([]);
});

test("tells the hosts that are served with the default options", () => {
  const what =
    "they get the default TLS options, not the listener's policy, ALPN and client certificates";
  expect(said({ settings: STRICT })).toEqual([
    `hosts of "*.a.test" with more than one label in place of the *: ${what}`,
    `hosts of "b*.test": ${what}`,
  ]);
});

test("tells the hosts whose clients are kept out", () => {
  expect(said({ settings: VERIFY })).toEqual([
    'hosts of "*.a.test" with more than one label in place of the *: clients are not asked for a certificate, and get 421',
    'hosts of "b*.test": clients are not asked for a certificate, and get 421',
  ]);
});

test("tells a load balancer that takes all hosts whom it takes the TLS options from", () => {
  expect(said({ settings: STRICT, catchAll: true })).toEqual([]);
  expect(said({ catchAll: true, neighbours: ["n.test", "*.n.test"] })).toEqual([
    expect.stringMatching(/^hosts of "\*\.n\.test" with more than one label .* clients get 421$/),
  ]);
});

test("is a warning with a way out", () => {
  expect(tlsWarnings({ ...REACH, settings: VERIFY }, 'Listener("web")')[0]).toMatchObject({
    code: "KECS1031",
    severity: "warning",
    path: 'Listener("web")',
    hint: "add each host that is used to hostnames",
  });
});
