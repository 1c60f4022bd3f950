import { claim, claimArn, claimRepository } from "../../../../components/controlPlane/claims";
import type { Claim } from "../../../../core/claims";
import { deploy } from "../../../helpers/deploy";
import { only } from "../../../helpers/issues";

/** Each kind of claim, beside those that are another thing of that kind. */
const CLAIMS: { readonly [Kind in Claim["kind"]]: readonly Extract<Claim, { kind: Kind }>[] } = {
  arn: [
    { kind: "arn", arn: "a" },
    { kind: "arn", arn: "b" },
  ],
  repository: [
    { kind: "repository", repository: "a" },
    { kind: "repository", repository: "b" },
  ],
  host: [
    { kind: "host", instance: "i", host: "a" },
    { kind: "host", instance: "i", host: "b" },
    { kind: "host", instance: "j", host: "a" },
  ],
  dnsObject: [
    { kind: "dnsObject", instance: "i", name: "a" },
    { kind: "dnsObject", instance: "i", name: "b" },
    { kind: "dnsObject", instance: "j", name: "a" },
  ],
  hostResource: [
    { kind: "hostResource", host: "a" },
    { kind: "hostResource", host: "b" },
  ],
  catchAll: [
    { kind: "catchAll", instance: "i" },
    { kind: "catchAll", instance: "j" },
  ],
  listenerPort: [
    { kind: "listenerPort", loadBalancerArn: "a", port: 80 },
    { kind: "listenerPort", loadBalancerArn: "a", port: 81 },
    { kind: "listenerPort", loadBalancerArn: "b", port: 80 },
  ],
  localPort: [
    { kind: "localPort", loadBalancerArn: "a", localPort: 80 },
    { kind: "localPort", loadBalancerArn: "a", localPort: 81 },
    { kind: "localPort", loadBalancerArn: "b", localPort: 80 },
  ],
  slot: [
    { kind: "slot", instance: "i", localPort: 9000, use: "service" },
    { kind: "slot", instance: "i", localPort: 9001, use: "service" },
    { kind: "slot", instance: "j", localPort: 9000, use: "service" },
  ],
  priority: [
    { kind: "priority", listenerArn: "a", priority: 1 },
    { kind: "priority", listenerArn: "a", priority: 2 },
    { kind: "priority", listenerArn: "b", priority: 1 },
  ],
  certificate: [
    { kind: "certificate", listenerArn: "a", certificateArn: "a" },
    { kind: "certificate", listenerArn: "a", certificateArn: "b" },
    { kind: "certificate", listenerArn: "b", certificateArn: "a" },
  ],
  discoveryName: [
    { kind: "discoveryName", namespaceId: "a", name: "a" },
    { kind: "discoveryName", namespaceId: "a", name: "b" },
    { kind: "discoveryName", namespaceId: "b", name: "a" },
  ],
  alias: [
    { kind: "alias", namespaceId: "a", dnsName: "a" },
    { kind: "alias", namespaceId: "a", dnsName: "b" },
    { kind: "alias", namespaceId: "b", dnsName: "a" },
  ],
};
const ALL = Object.values(CLAIMS).flat();

test.each(Object.entries(CLAIMS))(
  "a second claim of one %s names the first owner",
  async (_, of) => {
    await deploy(() => {
      expect(of.map((each, i) => claim(each, `first ${i}`))).toEqual(of.map(() => undefined));
      expect(of.map((each) => claim(each, "second"))).toEqual(of.map((_, i) => `first ${i}`));
      const [one] = of;
      expect(one === undefined ? undefined : claim(one, "first 0")).toBe("first 0");
    });
  },
);

test("claims of different kinds do not meet, nor those of two runs of a program", async () => {
  const takeAll = () => {
    expect(ALL.map((each) => claim(each, each.kind))).toEqual(ALL.map(() => undefined));
  };
  await deploy(takeAll);
  await deploy(takeAll);
});

test("listeners share a local port, and no service does", async () => {
  const slot = { kind: "slot", instance: "i", localPort: 9000 } as const;
  await deploy(() => {
    expect(claim({ ...slot, use: "listener" }, "a")).toBeUndefined();
    expect(claim({ ...slot, use: "listener" }, "b")).toBeUndefined();
    expect(claim({ ...slot, use: "service" }, "c")).toBe("a");
    expect(claim({ ...slot, localPort: 9001, use: "service" }, "c")).toBeUndefined();
    expect(claim({ ...slot, localPort: 9001, use: "listener" }, "d")).toBe("c");
  });
});

test("an ARN or a repository that is taken is a problem of the name that makes it", async () => {
  await deploy(() => {
    expect([...claimArn("x", "A"), ...claimRepository("x", "B")]).toEqual([]);
    expect(only(claimArn("x", "C", "family"))).toEqual({
      code: "KECS1001",
      path: "C.family",
      message: 'A has already made "x"',
      hint: "choose another family",
      severity: "error",
    });
    expect(only(claimRepository("x", "D"))).toMatchObject({
      path: "D.name",
      message: 'B has already made "x"',
    });
  });
});
