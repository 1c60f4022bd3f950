import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  Certificate,
  DiscoveryService,
  EcsCluster,
  Listener,
  ListenerCertificate,
  ListenerRule,
  PrivateDnsNamespace,
  Schedule,
  TargetGroup,
  TaskDefinition,
} from "../../../../components";
import {
  isOwnStack,
  registerFormerOwner,
} from "../../../../components/controlPlane/stackOfProgram";
import { claimArn } from "../../../../components/controlPlane/claims";
import { refuseMadeByOthers } from "../../../../components/base/others";
import {
  registerObjectsOfOthers,
  issuesOfOthers,
} from "../../../../components/controlPlane/others";
import { listRecords, type ListedRecords } from "../../../../cluster/kubernetes/listRecords";
import { clusterArn, listenerRuleArn, targetGroupArn } from "../../../../core/arn";
import { API_STACK } from "../../../../core/records/others";
import { readRecords, type ObjectRecord } from "../../../../core/records/records";
import { brief } from "../../../helpers/issues";
import { deploy } from "../../../helpers/deploy";
import { valueOf } from "../../../helpers/outputs";
import { recordsJson } from "../../../helpers/records";
import { CONNECTION } from "../../../helpers/samples";

jest.mock("../../../../cluster/kubernetes/listRecords");

const connection = CONNECTION;
const OK = { type: "fixed-response", fixedResponse: { statusCode: "200" } };
const NOBODY: ListedRecords = { kind: "nobody", why: "No such container" };
const PATH = 'TargetGroup("web")';

beforeEach(() => {
  jest.mocked(listRecords).mockReset().mockResolvedValue(NOBODY);
});

/** One of each kind that both a program and AWS's API can make. */
function everything(): void {
  const alb = new Alb("shop", { connection });
  new TargetGroup("web", { connection });
  const certificate = new Certificate("cert", { connection, domainName: "shop.test" });
  new EcsCluster("main", { connection });
  const https = new Listener("https", {
    connection,
    loadBalancerArn: alb.arn,
    port: 443,
    protocol: "HTTPS",
    defaultActions: [OK],
  });
  new ListenerCertificate("more", {
    listenerArn: https.arn,
    certificateArn: certificate.arn,
  });
  new ListenerRule("first", {
    connection,
    listenerArn: https.arn,
    priority: 7,
    conditions: [{ pathPattern: { values: ["/a"] } }],
    actions: [OK],
  });
}

/** What the API would have made of the same: of a rule it would have chosen another name. */
async function sameThroughApi(): Promise<ObjectRecord[]> {
  const { objects } = readRecords(recordsJson(await deploy(everything)));
  return objects.map((object) => ({
    ...object,
    ...(object.kind === "rule" ? { arn: listenerRuleArn(connection, "shop", 443, "r-1") } : {}),
  }));
}

/** What a program gets to know that is to make a target group. */
async function inProgram<T>(look: () => Promise<T>, preview = false): Promise<T> {
  let found: { readonly value: T } | undefined;
  await deploy(
    async () => {
      claimArn(targetGroupArn(connection, "web"), PATH);
      found = { value: await look() };
    },
    { preview },
  );
  if (found === undefined) throw new Error("it did not look");
  return found.value;
}

async function taken(): Promise<readonly ObjectRecord[]> {
  const all = await sameThroughApi();
  return all.filter(({ kind }) => kind === "tg").map((of) => ({ ...of, stack: API_STACK }));
}

const refusal = (args: object = { connection }, path = PATH): Promise<string> =>
  valueOf(refuseMadeByOthers(args, path)).then(
    () => "taken for its own",
    (error: unknown) => (error as Error).message.split("\n")[0] ?? "",
  );
const REFUSED = expect.stringContaining(`KECS1036: ${PATH}.name: the target group`) as string;

/** What is wrong with a program that makes one of each kind, where others have these. */
async function issuesWith(made: readonly ObjectRecord[], program = everything) {
  let issues: readonly string[] = [];
  await deploy(async () => {
    program();
    await setImmediate();
    issues = brief(issuesOfOthers("myapp", made));
  });
  return [...issues].sort();
}

test.each([
  ["AWS's API", API_STACK, "KECS1036"],
  ["another stack", "shop/dev", "KECS1038"],
])("every object of a program that %s made is named with its property", async (_, stack, code) => {
  const made = (await sameThroughApi()).map((of) => ({ ...of, stack }));
  expect(await issuesWith(made)).toEqual([
    `${code} Alb("shop").name`,
    `${code} Certificate("cert")`,
    `${code} EcsCluster("main").name`,
    `${code} Listener("https").port`,
    `${code} ListenerCertificate("more").certificateArn`,
    `${code} ListenerRule("first").priority`,
    `${code} TargetGroup("web").name`,
  ]);
});

test("a schedule of another stack is refused by its name", async () => {
  const program = (): void => {
    const containerDefinitions = [{ name: "web", image: "web:1" }];
    const task = new TaskDefinition("web", { connection, containerDefinitions });
    const ecsParameters = { taskDefinitionArn: task.arn };
    const target = { arn: clusterArn(connection, "main"), ecsParameters };
    new Schedule("nightly", { connection, scheduleExpression: "rate(1 day)", target });
  };
  const { objects } = readRecords(recordsJson(await deploy(program)));
  const schedules = objects.filter(({ kind }) => kind === "schedule");
  expect(
    await issuesWith(
      schedules.map((of) => ({ ...of, stack: "shop/dev" })),
      program,
    ),
  ).toEqual(['KECS1038 Schedule("nightly").name']);
});

test("a host name of another stack is refused, by whatever it leads there", async () => {
  const records = async (program: () => void, stack: string): Promise<ObjectRecord[]> =>
    readRecords(recordsJson(await deploy(program))).objects.map((of) => ({ ...of, stack }));
  const theirs = (): void => {
    const alb = new Alb("theirs", { connection, hostnames: ["a.test"] });
    const listener = new Listener("theirs", {
      connection,
      loadBalancerArn: alb.arn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [OK],
    });
    new ListenerRule("theirs", {
      connection,
      listenerArn: listener.arn,
      priority: 1,
      conditions: [{ hostHeader: { values: ["b.test"] } }],
      actions: [OK],
    });
    const namespace = new PrivateDnsNamespace("c.test", { connection });
    new DiscoveryService("db", {
      connection,
      dnsConfig: { namespaceId: namespace.id, dnsRecords: [{ type: "A", ttl: 10 }] },
    });
  };
  const ours =
    (...hostnames: string[]) =>
    (): void => {
      new Alb("ours", { connection, hostnames });
    };
  const found = await records(theirs, "shop/dev");
  expect(await issuesWith(found, ours("a.test", "b.test", "db.c.test", "d.test"))).toEqual([
    'KECS1038 Alb("ours")',
    'KECS1038 Alb("ours")',
    'KECS1038 Alb("ours")',
  ]);
  expect(await issuesWith(found, ours("d.test"))).toEqual([]);
  expect(await issuesWith(await records(theirs, API_STACK), ours("b.test"))).toEqual([]);
  const rule = found.filter(({ kind }) => kind === "rule");
  expect(
    await issuesWith(rule, () => {
      new Alb("theirs", { connection, hostnames: ["b.test"] });
    }),
  ).toEqual([]);
});

test("a component for another stack's instance is refused by what the instance's records say", async () => {
  const objects = await taken();
  const listed: ListedRecords = { kind: "records", records: { objects, unreadable: new Set() } };
  const found = await inProgram(async () => {
    jest.mocked(listRecords).mockResolvedValue(listed);
    const other = { connection: { ...connection, instance: "other" } };
    return [await refusal(other), await refusal(other, 'Alb("shop")'), await refusal({})];
  });
  expect(found).toEqual([REFUSED, "taken for its own", "taken for its own"]);
});

test("so is one for another stack's instance that is asleep", async () => {
  const why = "Error response from daemon: Container k3d-kecs-other-server-0 is paused, unpause it";
  const found = await inProgram(() => {
    jest.mocked(listRecords).mockResolvedValue({ kind: "failure", why });
    return refusal({ connection: { ...connection, instance: "other" } });
  });
  expect(found).toContain("KECS3023: kecs-other: the cluster is paused");
});

test("a component of the program's own instance, by what that found before it changed anything", async () => {
  const objects = await taken();
  const found = await inProgram(async () => {
    registerObjectsOfOthers("myapp", pulumi.output([...objects]));
    return refusal();
  });
  expect(found).toEqual(REFUSED);
});

test.each([
  ["an update asks a cluster that it started, once", false, REFUSED, 1],
  ["a preview knows nothing of a cluster that is stopped", true, "taken for its own", 0],
])("%s", async (_, preview, expected, calls) => {
  const objects = await taken();
  const found = await inProgram(async () => {
    jest
      .mocked(listRecords)
      .mockReset()
      .mockResolvedValue({
        kind: "records",
        records: { objects, unreadable: new Set() },
      });
    registerObjectsOfOthers("myapp", pulumi.output<readonly ObjectRecord[] | undefined>(undefined));
    await refusal();
    return refusal();
  }, preview);
  expect(found).toEqual(expected);
  expect(listRecords).toHaveBeenCalledTimes(calls);
});

test("what the stack made that an instance is taken over from is the program's own", async () => {
  const kept: boolean[] = [];
  await deploy(() => {
    kept.push(isOwnStack("shop/dev"));
    registerFormerOwner("shop/dev@file:///home/you");
    registerFormerOwner(undefined);
    kept.push(isOwnStack("shop/dev"), isOwnStack("shop/test"), isOwnStack("kecs/test"));
  });
  expect(kept).toEqual([false, true, false, true]);
});
