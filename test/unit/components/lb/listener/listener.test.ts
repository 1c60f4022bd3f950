import { X509Certificate } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { Alb, Listener, type AlbArgs, type ListenerArgs } from "../../../../../components";
import { namesOf } from "../../../../../core/acm/authority/leaf";
import { certificateArn, trustStoreArn } from "../../../../../core/arn";
import { listenerObjects } from "../../../../../core/lb/translate/listener";
import * as tls from "../../../../../core/lb/listener/tls/tlsOption";
import { crdErrors } from "../../../../helpers/crd";
import { freshEnv, removeFreshEnvs } from "../../../../helpers/dataFolder";
import { deploy, UNKNOWN, type Deployment, type DeployOptions } from "../../../../helpers/deploy";
import * as routing from "../../../../helpers/routing";
import { CONNECTION } from "../../../../helpers/samples";
import { alb, group, hosts, listener, OK, rule } from "../../../../helpers/shop";

const TRAEFIK = "kubernetes:traefik.io/v1alpha1";
const SECRET = "kubernetes:core/v1:Secret";
const CERTIFICATE = certificateArn(CONNECTION, "shop");
const OWNER = { loadBalancer: "shop", port: 443 };
const VERSIONS = { minimum: "1.2", maximum: "1.3" } as const;
const POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

beforeEach(() => {
  process.env["KECS_DATA_DIR"] = freshEnv().KECS_DATA_DIR;
});
afterAll(() => {
  delete process.env["KECS_DATA_DIR"];
  removeFreshEnvs();
});

/** What a listener has beside headers, prelude, guard, trace, forwards, default, root, record and port inside. */
const extras = ({ resources }: Deployment, of: string) =>
  resources
    .filter(({ parent }) => parent === `kecs:lb:Listener::${of}`)
    .map(({ type, name }) => `${type.split(":").at(-1) ?? ""} ${name}`)
    .filter((each) => !COMMON.includes(each.replace(of, "l")))
    .sort();
const COMMON = [
  ...["headers", "prelude", "guard", "trace", "forward-http1", "forward-http2", "forward-grpc"].map(
    (part) => `Middleware l-${part}`,
  ),
  "IngressRoute l-default",
  "IngressRoute l",
  "ConfigMap l-record",
  "Service l-inside",
];
const manifest = (made: Deployment, kind: string, name: string) => {
  const { inputs } = made.one(`${TRAEFIK}:${kind}`, name);
  expect(crdErrors(inputs as { apiVersion: string; kind: string })).toEqual([]);
  return inputs;
};

describe("a default action", () => {
  const twoGroups = () => ({
    type: "forward",
    forward: {
      targetGroups: [{ arn: group("a").arn, weight: 9 }, { arn: group("b").arn }],
      stickiness: { enabled: true, duration: 60 },
    },
  });
  const fixed = () => ({
    type: "fixed-response",
    fixedResponse: { statusCode: "404", contentType: "text/html", messageBody: "<p>no" },
  });

  test.each([
    ["that divides requests", twoGroups, "TraefikService"],
    ["that redirects", moved, "Middleware"],
    ["that answers", fixed, "Middleware"],
  ])("%s is a %3$s of its own", async (_, action, kind) => {
    const made = await deploy(() => listener(alb(), 80, { defaultActions: [action()] }));
    expect(extras(made, "l80")).toEqual([`${kind} l80-default-action`]);
    expect(made.one(`${TRAEFIK}:IngressRoute`, "l80-default").options.dependencies).toContain(
      `${TRAEFIK}:${kind}::l80-default-action`,
    );
  });

  test("is made as the translation says, by weights and with stickiness", async () => {
    const made = await deploy(() => listener(alb(), 80, { defaultActions: [twoGroups()] }));
    const of = routing.listener([], {
      defaultAction: {
        type: "forward",
        targetGroups: [
          { group: routing.targetGroup("a"), weight: 9 },
          { group: routing.targetGroup("b"), weight: 1 },
        ],
        stickiness: 60,
      },
    });
    const { defaultParts, defaultRoute } = listenerObjects(routing.loadBalancer("shop", []), of);
    expect([manifest(made, "TraefikService", "l80-default-action")]).toEqual(defaultParts);
    expect(manifest(made, "IngressRoute", "l80-default")).toEqual(defaultRoute);
  });

  test("answers as it was told", async () => {
    const made = await deploy(() => listener(alb(), 80, { defaultActions: [fixed()] }));
    expect(manifest(made, "Middleware", "l80-default-action")["spec"]).toEqual({
      plugin: {
        albaction: { mode: "fixed", status: 404, contentType: "text/html", body: "<p>no" },
      },
    });
  });

  test("that redirects knows where every listener of the load balancer answers", async () => {
    const portMap = async (program: () => unknown) => {
      const made = await deploy(program);
      type Spec = { plugin: { albaction: { portMap: object } } };
      const { spec } = manifest(made, "Middleware", "l80-default-action") as { spec: Spec };
      return spec.plugin.albaction.portMap;
    };
    expect(
      await portMap(() => {
        const of = alb();
        listener(of, 80, { defaultActions: [moved()] });
        listener(of, 8081);
        listener(of, 8082, { localPort: 9009 });
      }),
    ).toEqual({ "80": "8080", "443": "8443", "8081": "9001", "8082": "9009" });
  });
});

describe("an HTTPS listener", () => {
  const make = (
    more: Partial<ListenerArgs> = {},
    of: Partial<AlbArgs> = {},
    options?: DeployOptions,
  ) => deploy(() => listener(alb(of), 443, more), options);
  const PLAIN = [
    "IngressRoute l443-plain",
    "Middleware l443-default-action",
    "Middleware l443-plain-answer",
  ];

  test.each<[string, Partial<ListenerArgs>, Partial<AlbArgs>, string[]]>([
    ["no more than the answer to plain HTTP", {}, {}, []],
    ["options for a security policy", { sslPolicy: POLICY }, {}, ["TLSOption l443-tls"]],
    [
      "options for mutual TLS",
      { mutualAuthentication: { mode: "off" } },
      {},
      ["TLSOption l443-tls"],
    ],
    [
      "a middleware for client certificates",
      { mutualAuthentication: { mode: "passthrough" } },
      {},
      ["Middleware l443-client-cert", "TLSOption l443-tls"],
    ],
    ["options without HTTP/2", {}, { enableHttp2: false }, ["TLSOption l443-tls"]],
    [
      "options where nobody can tell HTTP/2 in time",
      {},
      { enableHttp2: pulumi.output(Promise.resolve(false)) },
      ["TLSOption l443-tls"],
    ],
    ["none for wildcards alone", {}, { hostnames: ["*.shop.test"] }, []],
    [
      "a second root for wildcards beside options",
      { sslPolicy: POLICY },
      { hostnames: ["*.shop.test"] },
      ["IngressRoute l443-wildcard", "TLSOption l443-tls"],
    ],
    [
      "one root for all hosts beside options",
      { sslPolicy: POLICY },
      { catchAll: true },
      ["TLSOption l443-tls"],
    ],
    [
      "one root for wildcards where clients are verified",
      {
        mutualAuthentication: { mode: "verify", trustStoreArn: trustStoreArn(CONNECTION, "ca") },
      },
      { hostnames: ["*.shop.test"] },
      ["TLSOption l443-tls"],
    ],
  ])("has %s", async (_, more, of, expected) => {
    const given = { certificateArn: CERTIFICATE, ...more };
    expect(extras(await make(given, of), "l443")).toEqual([...expected, ...PLAIN].sort());
  });

  test("serves the instance's certificate where its own turns out to be none", async () => {
    const made = await make({ certificateArn: pulumi.output(undefined) });
    expect(extras(made, "l443")).toEqual(PLAIN);
    expect(manifest(made, "IngressRoute", "l443")).toMatchObject({ spec: { tls: {} } });
    expect(manifest(made, "IngressRoute", "l443")).not.toHaveProperty("spec.tls.secretName");
  });

  test("makes its roots as the translation says", async () => {
    const of = { hostnames: ["*.shop.test"] };
    const made = await make({ certificateArn: CERTIFICATE, sslPolicy: POLICY }, of);
    const known = [...routing.loadBalancer("shop", []).hosts, "*.shop.test"];
    const expected = listenerObjects(
      routing.loadBalancer("shop", [], { hosts: known }),
      routing.httpsListener([], {
        hosts: known,
        tls: {
          secretName: "cert-" + (CERTIFICATE.split("/")[1] ?? ""),
          optionName: tls.tlsOptionName(OWNER),
        },
        defaultAction: { type: "fixed-response", statusCode: 200, messageBody: "" },
      }),
    );
    expect(manifest(made, "IngressRoute", "l443")).toEqual(expected.root);
    expect(manifest(made, "IngressRoute", "l443-wildcard")).toEqual(expected.wildcardRoot);
    expect(manifest(made, "IngressRoute", "l443-plain")).toEqual(expected.plain?.root);
    expect(manifest(made, "Middleware", "l443-plain-answer")).toEqual(expected.plain?.answer);
  });

  test("makes its options of the policy, of HTTP/2 and of the clients' certificates", async () => {
    const option = async (more: Partial<ListenerArgs>, of: Partial<AlbArgs> = {}) =>
      manifest(await make({ certificateArn: CERTIFICATE, ...more }, of), "TLSOption", "l443-tls");
    expect(await option({ sslPolicy: "ELBSecurityPolicy-2016-08" })).toEqual(
      tls.tlsOption({ ...OWNER, versions: { minimum: "1.0", maximum: "1.2" } }),
    );
    for (const enableHttp2 of [false, pulumi.output(Promise.resolve(false))]) {
      expect(await option({}, { enableHttp2 })).toEqual(
        tls.tlsOption({ ...OWNER, versions: VERSIONS, protocols: ["http/1.1"] }),
      );
    }
    expect(await option({ alpnPolicy: "HTTP2Only" })).toEqual(
      tls.tlsOption({ ...OWNER, versions: VERSIONS, protocols: ["h2"] }),
    );
    const trustStore = trustStoreArn(CONNECTION, "clients");
    const mutualAuthentication = { mode: "verify", trustStoreArn: trustStore };
    expect(await option({ mutualAuthentication })).toEqual(
      tls.tlsOption({
        ...OWNER,
        versions: VERSIONS,
        clientCertificates: { mode: "verify", secretName: "ts-clients" },
      }),
    );
    expect(await option({ mutualAuthentication: { mode: "passthrough" } })).toEqual(
      tls.tlsOption({
        ...OWNER,
        versions: VERSIONS,
        clientCertificates: { mode: "passthrough" },
      }),
    );
  });

  test("hands client certificates on in its root", async () => {
    const mutualAuthentication = { mode: "passthrough" };
    const made = await make({ certificateArn: CERTIFICATE, mutualAuthentication });
    expect(manifest(made, "Middleware", "l443-client-cert")).toEqual(
      tls.clientCertificateMiddleware(OWNER),
    );
    type Spec = { routes: { middlewares: { name: string }[] }[] };
    const { spec } = manifest(made, "IngressRoute", "l443") as { spec: Spec };
    expect(spec.routes[0]?.middlewares.at(-1)).toEqual({ name: tls.clientCertificateName(OWNER) });
  });

  describe("without a certificate", () => {
    const secret = (made: Deployment) => made.one(SECRET, "l443-certificate").inputs;
    const withRule = (options?: DeployOptions) =>
      deploy(() => {
        rule("r", listener(alb(), 443), 1, { conditions: hosts("a.test") });
      }, options);

    test("gets one for all of its hosts, which is a secret", async () => {
      const made = await withRule();
      const { metadata, type, data } = secret(made) as {
        metadata: object;
        type: string;
        data: { secret: Record<string, string> };
      };
      expect({ metadata, type }).toEqual(tls.listenerSecret(OWNER));
      const pem = Buffer.from(data.secret["tls.crt"] ?? "", "base64");
      expect(namesOf(new X509Certificate(pem)).sort()).toEqual([
        "a.test",
        "shop.elb.amazonaws.com",
        "shop.elb.localhost",
      ]);
      expect(extras(made, "l443")).toEqual([...PLAIN, "Secret l443-certificate"].sort());
      expect(made.one(`${TRAEFIK}:IngressRoute`, "l443").options.dependencies).toContain(
        `${SECRET}::l443-certificate`,
      );
    });

    test("does not know it in a preview before it is issued, but all the rest", async () => {
      const preview = await withRule({ preview: true });
      expect(secret(preview)).toEqual({
        apiVersion: "v1",
        kind: "Secret",
        ...tls.listenerSecret(OWNER),
        data: UNKNOWN,
      });
      const made = await withRule();
      expect(manifest(preview, "IngressRoute", "l443")).toEqual(
        manifest(made, "IngressRoute", "l443"),
      );
      expect(secret(await withRule({ preview: true }))).toEqual(secret(made));
    });

    test("warns of hosts that no certificate can cover", async () => {
      const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
      await make({}, { hostnames: ["?.shop.test", "*.shop.test"] });
      expect(warn.mock.calls).toEqual([
        [
          [
            'KECS1021: Listener("l443"): no certificate can cover "?.shop.test": the only wildcard is one * as the whole first label',
            '  hint: HTTPS clients refuse names that only this pattern matches; write them as "*.example.test"',
          ].join("\n"),
        ],
      ]);
      warn.mockRestore();
    });
  });
});

test("may redirect to the host of another listener, and rules to that of their own", async () => {
  const made = await deploy(() => {
    const of = alb({ connection: pulumi.output(Promise.resolve(CONNECTION)) });
    const first = listener(of, 80, { connection: pulumi.output(Promise.resolve(CONNECTION)) });
    const to = (host: pulumi.Output<string>) => [
      { type: "redirect", redirect: { statusCode: "HTTP_301", host } },
    ];
    const second = listener(of, 8081, { defaultActions: to(first.hostHeader) });
    rule("r", second, 1, { actions: to(second.hostHeader) });
  });
  for (const name of ["l8081-default-action", "r-action"]) {
    expect(manifest(made, "Middleware", name)["spec"]).toMatchObject({
      plugin: { albaction: { host: "shop.elb.amazonaws.com" } },
    });
  }
});

test("takes the hosts of the program's other load balancers for its own in redirects", async () => {
  const made = await deploy(() => {
    listener(alb({ hostnames: ["own.test"] }), 80, { defaultActions: [moved()] });
    const other = new Alb("other", { connection: CONNECTION, hostnames: ["*.Other.test"] });
    const of = new Listener("o80", {
      connection: CONNECTION,
      loadBalancerArn: other.arn,
      port: 80,
      defaultActions: [OK],
    });
    rule("r", of, 1, { conditions: hosts("rule.test") });
    const later = pulumi.output(Promise.resolve(["late.test"]));
    new Alb("late", { connection: CONNECTION, hostnames: later });
  });
  const { plugin } = manifest(made, "Middleware", "l80-default-action")["spec"] as {
    plugin: { albaction: { hosts: readonly string[] } };
  };
  expect(plugin.albaction.hosts).toEqual([
    ...routing.loadBalancer("shop", []).hosts,
    "own.test",
    "*.other.test",
    "rule.test",
  ]);
});

function moved() {
  return { type: "redirect", redirect: { statusCode: "HTTP_302", path: "/moved" } };
}
