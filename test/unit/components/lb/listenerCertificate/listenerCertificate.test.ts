import { Alb, Certificate, Listener, ListenerCertificate } from "../../../../../components";
import { certificateSecretName } from "../../../../../core/acm/manifests";
import { certificateArn, listenerArn } from "../../../../../core/arn";
import { carrierRoute } from "../../../../../core/lb/listenerCertificate/manifests";
import { validateListenerCertificate } from "../../../../../core/lb/listenerCertificate/validate";
import { crdErrors } from "../../../../helpers/crd";
import { deploy } from "../../../../helpers/deploy";
import { brief } from "../../../../helpers/issues";
import { refusal } from "../../../../helpers/refusal";
import { CONNECTION } from "../../../../helpers/samples";
import { alb, listener } from "../../../../helpers/shop";

const LISTENER = listenerArn(CONNECTION, "myapp-alb", 443);
const CERTIFICATE = certificateArn(CONNECTION, "blog");
const PLACE = { loadBalancer: "myapp-alb", port: 443, entryPoint: "alb-https" };
const ROUTE = "kubernetes:traefik.io/v1alpha1:IngressRoute";

test("is a route that names the certificate and can answer nothing", () => {
  const route = carrierRoute({ ...PLACE, certificateArn: CERTIFICATE });
  const name = expect.stringMatching(/^myapp-alb-443-cert-[0-9a-f]{8}$/) as string;
  expect(route).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: {
      name,
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "listener-certificate",
        "kecs.dev/load-balancer": "myapp-alb",
        "kecs.dev/listener-port": "443",
      },
    },
    spec: {
      entryPoints: ["alb-https"],
      tls: { secretName: certificateSecretName(CERTIFICATE) },
      routes: [
        {
          kind: "Rule",
          match: expect.stringMatching(
            /^(Host\(`myapp-alb-443-cert-[0-9a-f]{8}\.invalid`\)) && !\1$/,
          ) as string,
          priority: 1,
          services: [{ kind: "TraefikService", name: "noop@internal" }],
        },
      ],
    },
  });
  expect(crdErrors(route)).toEqual([]);
});

test("is an object of its own for each certificate of a listener, within 63 characters", () => {
  const routes = ["a", "b"].map((of) => certificateArn(CONNECTION, of));
  const names = routes.flatMap((arn) =>
    [PLACE, { ...PLACE, loadBalancer: "a".repeat(32), port: 65535 }].map(
      (place) => carrierRoute({ ...place, certificateArn: arn }).metadata.name,
    ),
  );
  expect(new Set(names).size).toBe(4);
  expect(names.filter((name) => name.length > 63)).toEqual([]);
});

test("rejects ARNs of other things", () => {
  const values = { listenerArn: CERTIFICATE, certificateArn: LISTENER };
  expect(brief(validateListenerCertificate(values, "L"))).toEqual([
    "KECS1010 L.listenerArn",
    "KECS1010 L.certificateArn",
  ]);
});

test("joins a certificate and a listener of the program, after the certificate's Secret", async () => {
  const deployment = await deploy(() => {
    const alb = new Alb("myapp-alb", { connection: CONNECTION });
    const https = new Listener("https", {
      connection: CONNECTION,
      loadBalancerArn: alb.arn,
      port: 443,
      defaultActions: [{ type: "fixed-response", fixedResponse: { statusCode: "200" } }],
    });
    const blog = new Certificate("blog", { connection: CONNECTION, domainName: "blog.test" });
    new ListenerCertificate("more", { listenerArn: https.arn, certificateArn: blog.arn });
  });
  const carrier = deployment.one(ROUTE, "more");
  expect(carrier.inputs).toEqual(carrierRoute({ ...PLACE, certificateArn: CERTIFICATE }));
  expect(carrier.parent).toBe("kecs:lb:ListenerCertificate::more");
  expect(carrier.options.dependencies).toContain("kubernetes:core/v1:Secret::blog");
  const { metadata, data } = deployment.one("kubernetes:core/v1:ConfigMap", "more-record").inputs;
  expect(metadata).toMatchObject({ labels: { "kecs.dev/record": "lc" } });
  expect(data).toMatchObject({
    attributes: JSON.stringify({ listenerArn: LISTENER, certificateArn: CERTIFICATE }),
  });
});

test("rejects a listener that the program does not have", async () => {
  const program = () =>
    new ListenerCertificate("more", { listenerArn: LISTENER, certificateArn: CERTIFICATE });
  await expect(deploy(program)).rejects.toMatchObject({
    issues: [{ code: "KECS1013", path: 'ListenerCertificate("more").listenerArn' }],
  });
});

describe("rejects", () => {
  const https = (quotas: { certificates: number }) =>
    listener(alb({ quotas }), 443, { certificateArn: CERTIFICATE });
  const add = (name: string, listenerArn: Listener["arn"], certificate: string) =>
    new ListenerCertificate(name, {
      listenerArn,
      certificateArn: certificateArn(CONNECTION, certificate),
    });

  test("one certificate more than AWS allows", async () => {
    const { codes } = await refusal(() => {
      const { arn } = https({ certificates: 2 });
      for (const name of ["a", "b", "c"]) add(name, arn, name);
    });
    expect(codes).toEqual(['KECS1019 ListenerCertificate("c")']);
  });

  test("a certificate that the listener has already", async () => {
    const { codes } = await refusal(() => {
      const { arn } = https({ certificates: 5 });
      add("a", arn, "same");
      add("b", arn, "same");
    });
    expect(codes).toEqual(['KECS1015 ListenerCertificate("b").certificateArn']);
  });
});
