import {
  CERTIFICATE,
  NOT_FOUND,
  ON_9000,
  SECURE,
  shop,
  SHOP_443,
  SHOP_80,
} from "../../../../helpers/api/loadBalancing";
import { loadBalancerRecord, recordedQuotas } from "../../../../../core/lb/loadBalancer/record";

/** The load balancer of a Pulumi program, which says that AWS raised or lowered the quotas. */
function withQuotas(quotas: object) {
  const instance = shop().addCertificate();
  instance.ask("CreateListener", SECURE);
  instance.asPulumis();
  instance.objects = instance.objects.map((of) =>
    of.kind === "lb" ? { ...of, attributes: { ...of.attributes, quotas } } : of,
  );
  return instance;
}

const RULE = { ListenerArn: SHOP_80, Priority: 7, Actions: [NOT_FOUND] };
const CONDITIONS = [{ Field: "path-pattern", PathPatternConfig: { Values: ["/a"] } }];

test("a load balancer's own quotas count", () => {
  const instance = withQuotas({ rules: 1, listeners: 2, certificates: 1 });
  expect(instance.refusal("CreateListener", ON_9000)).toMatch(
    /^TooManyListeners: .*"3" listeners, and AWS allows 2/,
  );
  instance.ask("CreateRule", { ...RULE, Conditions: CONDITIONS });
  expect(instance.refusal("CreateRule", { ...RULE, Priority: 8, Conditions: CONDITIONS })).toMatch(
    /^TooManyRules: .*"2" rules, and AWS allows 1/,
  );
  const more = ["a", "b"].map((of) => CERTIFICATE.replace(/.$/, of));
  for (const arn of more) instance.addCertificate(arn);
  const add = {
    ListenerArn: SHOP_443,
    Certificates: more.map((CertificateArn) => ({ CertificateArn })),
  };
  expect(instance.refusal("AddListenerCertificates", add)).toMatch(
    /^TooManyCertificates: .*"2" certificates, and AWS allows 1/,
  );
});

test("a record has quotas where the arguments have them, and AWS's own stand for the others", () => {
  const record = (quotas?: { rules: number }) =>
    loadBalancerRecord({ name: "shop", quotas }, "arn");
  expect(record().attributes).not.toHaveProperty("quotas");
  const defaults = { rules: 100, listeners: 50, certificates: 25 };
  const recorded = (of: ReturnType<typeof record>) =>
    recordedQuotas({ attributes: { ...of.attributes } });
  expect([recorded(record()), recorded(record({ rules: 200 }))]).toEqual([
    defaults,
    { ...defaults, rules: 200 },
  ]);
});
