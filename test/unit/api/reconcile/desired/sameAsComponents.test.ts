import {
  Alb,
  EcsCluster,
  EcsService,
  Listener,
  ListenerRule,
  TargetGroup,
  TaskDefinition,
} from "../../../../../components";
import { withoutEmptyLists } from "../../../../../components/base/emptyLists";
import { desiredRouting } from "../../../../../api/reconcile/desired/loadBalancers";
import type { Desired } from "../../../../../api/reconcile/desired/manifest";
import { desiredServices } from "../../../../../api/reconcile/desired/services";
import { desiredTargetGroups } from "../../../../../api/reconcile/desired/targetGroups";
import type { AwsObject } from "../../../../../api/world/world";
import { deploy, type Deployment } from "../../../../helpers/deploy";
import { recordsOf } from "../../../../helpers/records";
import { CONNECTION } from "../../../../helpers/samples";

/*
 * The same load balancers and services by the API as by components: one emulation, two ways into it. Records
 * of a program are taken for the API's own.
 */

const connection = CONNECTION;

function program(): void {
  const alb = new Alb("shop", { connection, hostnames: ["shop.test", "*.shop.test"] });
  const blue = new TargetGroup("blue", { connection, healthCheck: { path: "/health" } });
  const green = new TargetGroup("green", {
    connection,
    port: 81,
    stickiness: { type: "lb_cookie", cookieDuration: 60 },
    targets: ["192.0.2.7:3000"],
  });
  const loadBalancerArn = alb.arn;
  const http = new Listener("http", {
    connection,
    loadBalancerArn,
    port: 80,
    defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_301", port: "8081" } }],
  });
  new Listener("admin", {
    connection,
    loadBalancerArn,
    port: 8081,
    defaultActions: [{ type: "forward", targetGroupArn: blue.arn }],
  });
  new ListenerRule("canary", {
    connection,
    listenerArn: http.arn,
    priority: 10,
    conditions: [{ pathPattern: { values: ["/api/*"] } }, { hostHeader: { values: ["a.test"] } }],
    actions: [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: blue.arn, weight: 9 },
            { arn: green.arn, weight: 1 },
          ],
          stickiness: { enabled: true, duration: 60 },
        },
      },
    ],
  });
  new ListenerRule("named", {
    connection,
    listenerArn: http.arn,
    priority: 15,
    conditions: [{ hostHeader: { values: ["b.shop.test", "a.test", "*.b.test"] } }],
    actions: [{ type: "forward", targetGroupArn: blue.arn }],
  });
  new ListenerRule("no", {
    connection,
    listenerArn: http.arn,
    priority: 20,
    conditions: [{ httpHeader: { httpHeaderName: "X-No", values: ["1"] } }],
    actions: [{ type: "fixed-response", fixedResponse: { statusCode: "403" } }],
  });
  const task = new TaskDefinition("web", {
    connection,
    containerDefinitions: [
      {
        name: "web",
        image: "nginx:1.27",
        portMappings: [{ containerPort: 80 }, { containerPort: 5432, hostPort: 9005 }],
      },
    ],
  });
  new EcsService("web", {
    connection,
    cluster: new EcsCluster("main", { connection }).arn,
    taskDefinition: task.arn,
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn: blue.arn, containerName: "web", containerPort: 80 }],
  });
}

const KINDS = [
  "kubernetes:core/v1:Service",
  "kubernetes:discovery.k8s.io/v1:EndpointSlice",
  "kubernetes:apps/v1:Deployment",
  "kubernetes:traefik.io/v1alpha1:ServersTransport",
  "kubernetes:traefik.io/v1alpha1:Middleware",
  "kubernetes:traefik.io/v1alpha1:TraefikService",
  "kubernetes:traefik.io/v1alpha1:IngressRoute",
  "kubernetes:traefik.io/v1alpha1:IngressRouteTCP",
];

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const byName = (objects: readonly object[]): Record<string, object> =>
  Object.fromEntries(
    objects.map((object) => {
      const { kind, metadata } = object as Manifest;
      return [`${kind}/${metadata.name}`, object];
    }),
  );

function made(of: Deployment): Record<string, object> {
  return byName(
    KINDS.flatMap((type) => of.ofType(type)).map(({ type, inputs }) => {
      const [, version = "", kind = ""] = type.split(":");
      return { apiVersion: version.replace(/^core\//, ""), kind, ...inputs };
    }),
  );
}

/** Without the label that says whose it is. */
function desired(all: readonly Desired[]): Record<string, object> {
  return byName(
    all.map(({ manifest }) => {
      const { "kecs.dev/owner": owner, ...labels } = manifest.metadata.labels ?? {};
      expect(owner).toBe("api");
      // Components leave empty lists out, which Pulumi would see as changed again and again.
      const without = withoutEmptyLists(manifest) as typeof manifest;
      return { ...without, metadata: { ...without.metadata, labels } };
    }),
  );
}

let deployed: Deployment;
let objects: AwsObject[];
beforeAll(async () => {
  deployed = await deploy(program);
  objects = recordsOf(deployed).objects.map((record) => ({
    ...record,
    key: record.arn,
    owner: "api",
    createdAt: new Date(0),
    echo: {},
  }));
});

const all = (of: readonly AwsObject[]): Desired[] => [
  ...desiredTargetGroups(of, undefined),
  ...desiredServices(of, connection, { deployments: [], secretsVersion: () => "" }),
  ...desiredRouting(of, connection),
];

test("the API makes of a program's records what the program made", () => {
  const expected = made(deployed);
  expect(Object.keys(desired(all(objects))).sort()).toEqual(Object.keys(expected).sort());
  expect(desired(all(objects))).toEqual(expected);
});

test("it makes nothing of what a program made", () => {
  expect(all(objects.map((object) => ({ ...object, owner: "pulumi" })))).toEqual([]);
});

test("of a rule below a program's listener it makes the rule alone", () => {
  const mixed = objects.map((object): AwsObject => {
    const isOurs = object.attributes["name"] === "no";
    return { ...object, owner: isOurs ? "api" : "pulumi" };
  });
  const names = Object.keys(desired(all(mixed))).sort();
  expect(names).toEqual([
    "IngressRoute/shop-80-rule-no",
    "Middleware/shop-80-guard-no",
    "Middleware/shop-80-rule-no",
  ]);
});

test("an ended service has no tasks", () => {
  const ended = objects.map((object) =>
    object.kind === "svc"
      ? { ...object, attributes: { ...object.attributes, status: "INACTIVE" } }
      : object,
  );
  const kinds = all(ended).map(({ manifest }) => manifest.kind);
  expect(kinds).not.toContain("Deployment");
  expect(kinds).toContain("Service");
});
