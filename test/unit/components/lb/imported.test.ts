import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  Certificate,
  EcsCluster,
  EcsService,
  Listener,
  ListenerRule,
  TargetGroup,
  TaskDefinition,
} from "../../../../components";
import type { ListenerArgs, ListenerRuleArgs } from "../../../../components";
import { certificateArn, listenerArn, loadBalancerArn, targetGroupArn } from "../../../../core/arn";
import { importReferences } from "../../../../components/lb/listener/tls/references";
import { checkImported } from "../../../../components/lb/listenerRule/check";
import { validateParent } from "../../../../core/lb/listener/validateParent";
import {
  groupsOf,
  importedListener,
  importedLoadBalancer,
} from "../../../../components/lb/imported";
import type { Resolved as ListenerValues } from "../../../../core/lb/listener/model";
import type { Resolved as RuleValues } from "../../../../core/lb/listenerRule/model";
import { attributesOf } from "../../../../core/lb/loadBalancer/attributes";
import type { Issue, KecsError } from "../../../../core/validate";
import { brief, only } from "../../../helpers/issues";
import { deploy, type Deployment } from "../../../helpers/deploy";
import { withPrograms } from "../../../helpers/fakePrograms";
import { recordsJson } from "../../../helpers/records";
import { CONNECTION } from "../../../helpers/samples";

/* What a program makes of objects of another stack, by the records that the other stack left. */

const connection = CONNECTION;
const OK = { type: "fixed-response", fixedResponse: { statusCode: "200" } };
const ALB = loadBalancerArn(CONNECTION, "shop");
const WEB = targetGroupArn(CONNECTION, "web");
const HTTPS = listenerArn(CONNECTION, "shop", 8081);

/** The stack that owns the load balancer `shop`. */
function theirs(): void {
  const alb = new Alb("shop", {
    connection,
    hostnames: ["shop.test", "*.wild.test"],
    idleTimeout: 7,
    xffHeaderProcessingMode: "remove",
  });
  new TargetGroup("web", {
    connection,
    protocol: "HTTPS",
    deregistrationDelay: 9,
    stickiness: { type: "lb_cookie", cookieDuration: 77 },
    healthCheck: { path: "/healthz", matcher: "204" },
  });
  new Certificate("theirs", { connection, domainName: "shop.test" });
  const https = new Listener("https", {
    connection,
    loadBalancerArn: alb.arn,
    port: 8081,
    protocol: "HTTPS",
    localPort: 9007,
    defaultActions: [OK],
  });
  new ListenerRule("first", {
    connection,
    listenerArn: https.arn,
    priority: 1,
    conditions: [{ hostHeader: { values: ["rule.test"] } }],
    actions: [OK],
  });
}

const rule = (more: Partial<ListenerRuleArgs> = {}) =>
  new ListenerRule("mine", {
    connection,
    listenerArn: HTTPS,
    priority: 5,
    conditions: [{ pathPattern: { values: ["/mine/*"] } }],
    actions: [{ type: "forward", targetGroupArn: WEB }],
    ...more,
  });
const listener = (more: Partial<ListenerArgs> = {}) =>
  new Listener("mine", {
    connection,
    loadBalancerArn: ALB,
    port: 8082,
    defaultActions: [OK],
    ...more,
  });

const folder = mkdtempSync(join(tmpdir(), "kecs-imported-"));
const file = join(folder, "records.json");
const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();

beforeAll(async () => {
  const json = recordsJson(await deploy(theirs));
  // The program whose stack is kecs/test is not theirs.
  writeFileSync(file, json.replaceAll("kecs/test", "other/dev"));
});
beforeEach(() => {
  warn.mockClear();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  warn.mockRestore();
});

/** Runs a program while the instance tells these records. */
async function run(program: () => unknown, { preview = false } = {}): Promise<Deployment> {
  const server = "exec k3d-kecs-myapp-server-0 kubectl -n kecs";
  let made: Deployment | undefined;
  await withPrograms(
    {
      docker: [
        { when: `${server} get configmaps`, then: `cat '${file}'` },
        { when: `${server} get deployments,jobs`, then: `echo '{"items":[]}'` },
      ],
    },
    async () => {
      made = await deploy(program, { preview });
    },
  );
  if (made === undefined) throw new Error("not run");
  return made;
}

const shown = (made: Deployment) =>
  JSON.stringify(made.resources.filter(({ type }) => !type.endsWith(":ConfigMap")));

test("a rule takes protocol, port, attributes and the target group's cookie from the records", async () => {
  const made = await run(() => rule());
  const { spec } = made.one("kubernetes:traefik.io/v1alpha1:IngressRoute", "mine").inputs as {
    spec: { parentRefs: object[]; routes: { services?: { sticky?: object; scheme?: string }[] }[] };
  };
  expect(spec.parentRefs).toEqual([{ name: "shop-8081" }]);
  expect(spec.routes[0]?.services?.[0]).toMatchObject({
    scheme: "https",
    sticky: { cookie: { name: "AWSALB", maxAge: 77 } },
  });
  expect(warn).not.toHaveBeenCalled();
});

test("a rule may name the hosts that the load balancer and the listener's rules have", async () => {
  const hosts = ["SHOP.test", "*.wild.test", "rule.test"];
  const conditions = [{ hostHeader: { values: hosts } }];
  await run(() => rule({ conditions }));
  expect(warn).not.toHaveBeenCalled();
});

test("and one below its wildcard, which tasks do not know then", async () => {
  await run(() => rule({ conditions: [{ hostHeader: { values: ["a.wild.test"] } }] }));
  expect(warn.mock.calls).toEqual([
    [
      expect.stringContaining(
        'KECS1037: ListenerRule("mine").conditions[0].hostHeader: tasks cannot reach the load balancer as "a.wild.test": another stack',
      ),
    ],
  ]);
});

const place = { connection, path: "r.listenerArn" };
const ruleIssues = async (more: Partial<RuleValues>) =>
  checkImported(
    {
      connection,
      listenerArn: HTTPS,
      priority: 5,
      conditions: [{ pathPattern: { values: ["/"] } }],
      actions: [OK],
      ...more,
    },
    await importedListener(HTTPS, place),
    "r",
  );
const tls = (hasOption: boolean) => ({
  issuesCertificate: true,
  hasOption,
  passesClientCertificate: false,
  hasSecondRoot: false,
});
const listenerIssues = async (more: Partial<ListenerValues>, hasOption = false) =>
  validateParent(
    { connection, loadBalancerArn: ALB, port: 8082, defaultActions: [OK], ...more },
    await importedLoadBalancer(ALB, place),
    {
      tls: tls(hasOption),
      path: "l",
    },
  );

test.each<[string, () => Promise<Issue[]>, string, RegExp]>([
  [
    "a host that does not reach the listener",
    () => ruleIssues({ conditions: [{ hostHeader: { values: ["strange.test"] } }] }),
    "KECS1012 r.conditions[0].hostHeader",
    /^"strange.test" does not reach this listener of another stack$/,
  ],
  [
    "the priority of a rule of another stack",
    () => ruleIssues({ priority: 1 }),
    "KECS1017 r.priority",
    /^priority "1" of the listener belongs to a rule of stack other\/dev$/,
  ],
  [
    "a redirect from HTTPS, which no port tells, to HTTP",
    () => {
      const redirect = { statusCode: "HTTP_301", protocol: "HTTP" };
      return ruleIssues({ actions: [{ type: "redirect", redirect }] });
    },
    "KECS1020 r.actions[0].redirect.protocol",
    /HTTPS/,
  ],
  [
    "the port of a listener of another stack",
    () => listenerIssues({ port: 8081 }),
    "KECS1007 l.port",
    /^port "8081" of the load balancer belongs to a listener of stack other\/dev$/,
  ],
  [
    "its local port",
    () => listenerIssues({ port: 9007 }),
    "KECS1006 l.port",
    /^port "9007" would answer on local port 9007, as a listener of stack other\/dev does$/,
  ],
  [
    "TLS settings beside a wildcard of the load balancer",
    () => listenerIssues({ protocol: "HTTPS" }, true),
    "KECS1013 l",
    /has the wildcard "\*.wild.test"/,
  ],
])("refuses %s", async (_, check, where, message) => {
  let issues: Issue[] = [];
  await run(async () => {
    issues = await check();
  });
  expect(brief(issues)).toEqual([where]);
  expect(only(issues)).toMatchObject({
    severity: "error",
    message: expect.stringMatching(message) as string,
  });
});

test.each<[string, () => Promise<unknown>]>([
  ["listener", () => importedListener(listenerArn(CONNECTION, "shop", 9001), place)],
  ["load balancer", () => importedLoadBalancer(loadBalancerArn(CONNECTION, "gone"), place)],
  ["target group", () => groupsOf([targetGroupArn(CONNECTION, "gone")], place)],
  [
    "certificate",
    () => {
      const certificate = { arn: certificateArn(CONNECTION, "gone"), path: place.path };
      return importReferences(connection, { certificate });
    },
  ],
])("refuses a %s that is not there", async (what, look) => {
  let error: unknown;
  await run(async () => {
    error = await look().catch((of: unknown) => of);
  });
  expect(only((error as KecsError).issues)).toMatchObject({
    code: "KECS1035",
    path: "r.listenerArn",
    message: expect.stringContaining(`instance "myapp" has no ${what} "arn:`) as string,
  });
});

test("a load balancer without HTTP/2 takes a listener of another stack with TLS settings alone", () => {
  const attributes = attributesOf({ enableHttp2: false });
  const facts = { name: "shop", hosts: [], catchAll: false, attributes };
  const issues = (hasOption: boolean) =>
    validateParent(
      { connection, loadBalancerArn: ALB, port: 443, defaultActions: [OK] },
      { facts, listeners: [] },
      {
        tls: tls(hasOption),
        path: "l",
      },
    );
  expect(brief(issues(false))).toEqual(["KECS1013 l"]);
  expect(issues(true)).toEqual([]);
});

test("a listener answers to the load balancer's hosts, and redirects know the other ports", async () => {
  const redirect = { statusCode: "HTTP_301", port: "8081" };
  const made = await run(() => listener({ defaultActions: [{ type: "redirect", redirect }] }));
  expect(shown(made)).toContain("shop.test");
  expect(shown(made)).toContain("wild");
  expect(shown(made)).toContain("9007");
});

test("a listener takes another stack's certificate", async () => {
  const arn = certificateArn(CONNECTION, "theirs");
  const program = () => listener({ protocol: "HTTPS", certificateArn: arn });
  await run(program);
  expect(warn).not.toHaveBeenCalled();
});

test("a service's tasks are drained as another stack's target group says", async () => {
  const program = () => {
    const task = new TaskDefinition("web", {
      connection,
      family: "web",
      containerDefinitions: [
        { name: "web", image: "web:1", memory: 64, portMappings: [{ containerPort: 80 }] },
      ],
    });
    new EcsService("web", {
      connection,
      cluster: new EcsCluster("main", { connection }).arn,
      taskDefinition: task.arn,
      waitForSteadyState: false,
      loadBalancers: [{ targetGroupArn: WEB, containerName: "web", containerPort: 80 }],
    });
  };
  const made = await run(program, { preview: true });
  const deployment = made.one("kubernetes:apps/v1:Deployment", "web");
  expect(JSON.stringify(deployment.inputs)).toContain('"preStop":{"sleep":{"seconds":9}}');
});

test("a preview warns of what may be made before the update", async () => {
  await run(() => rule({ listenerArn: listenerArn(CONNECTION, "shop", 9001) }), { preview: true });
  expect(warn.mock.calls.map(([message]) => message)).toEqual([
    expect.stringMatching(/^KECS1035: .*listenerArn: instance "myapp" has no listener/),
  ]);
});

test("refuses records that another version of KECS wrote", async () => {
  const present = readFileSync(file, "utf8");
  let error: unknown;
  try {
    writeFileSync(file, present.replaceAll('"version":"1"', '"version":"2"'));
    await run(async () => {
      error = await importedListener(HTTPS, place).catch((of: unknown) => of);
    });
  } finally {
    writeFileSync(file, present);
  }
  expect(only((error as KecsError).issues)).toMatchObject({
    code: "KECS1016",
    message: expect.stringContaining('another version of KECS made the listener "arn:') as string,
  });
});

test("an update fails where the records cannot be read, and does not take defaults", async () => {
  let error: unknown;
  await withPrograms({ docker: [{ when: "exec", then: "echo timeout >&2; exit 1" }] }, async () => {
    await deploy(async () => {
      error = await importedListener(HTTPS, place).catch((of: unknown) => of);
    });
  });
  expect(only((error as KecsError).issues)).toMatchObject({
    code: "KECS3004",
    path: "r.listenerArn",
    message: expect.stringMatching(/does not say what the listener ".*" is: timeout$/) as string,
  });
});

test("two listeners of another stack's load balancer know of each other's ports", async () => {
  const redirect = { statusCode: "HTTP_301", port: "8083" };
  const made = await run(() => {
    listener({ defaultActions: [{ type: "redirect", redirect }] });
    const later = pulumi.output(Promise.resolve(ALB));
    new Listener("other", {
      connection,
      loadBalancerArn: later,
      port: 8083,
      localPort: 9009,
      defaultActions: [OK],
    });
  });
  const { inputs } = made.one("kubernetes:traefik.io/v1alpha1:Middleware", "mine-default-action");
  expect(JSON.stringify(inputs)).toContain("9009");
});

test("a rule of another stack's listener redirects to a listener of its own program", async () => {
  const redirect = { statusCode: "HTTP_301", port: "8083", protocol: "#{protocol}" };
  const made = await run(() => {
    rule({ actions: [{ type: "redirect", redirect }] });
    listener({ port: 8083, localPort: 9009 });
  });
  const { inputs } = made.one("kubernetes:traefik.io/v1alpha1:Middleware", "mine-action");
  expect(JSON.stringify(inputs)).toContain("9009");
});

test("what the program makes itself is found by an ARN that went through other Outputs", async () => {
  const made = await run(() => {
    const later = pulumi.output(Promise.resolve(CONNECTION));
    const alb = new Alb("own", { connection: later, hostnames: ["own.test"] });
    const of = { connection: later, defaultActions: [OK] };
    const loadBalancerArn = pulumi.interpolate`${alb.arn}`;
    const http = new Listener("http", { ...of, loadBalancerArn, port: 80 });
    rule({
      listenerArn: pulumi.interpolate`${http.arn}`,
      conditions: [{ hostHeader: { values: ["own.test"] } }],
      actions: [OK],
    });
  });
  expect(
    made.ofType("kubernetes:traefik.io/v1alpha1:IngressRoute").map(({ name }) => name),
  ).toEqual(expect.arrayContaining(["http", "mine"]));
  expect(warn).not.toHaveBeenCalled();
});
