import type * as crypto from "node:crypto";
import { newUpkeep } from "../../../../api/operations/ecs/upkeep";
import { operationOf } from "../../../../api/server/dispatch";
import { openInstance, type OpenInstance } from "../../../../api/server/openInstance";
import { Performer } from "../../../../api/server/perform";
import { createAuthority, createLeaf } from "../../../../core/acm/authority/sign";
import { SYSTEM_NAMESPACE } from "../../../../core/labels";
import { digest } from "../../../../core/naming";
import { FakeApiServer, FakeKubernetes } from "../../../helpers/api/kubernetes";
import { script, type Certificates, type Step } from "../../../helpers/api/script";
import { CONNECTION } from "../../../helpers/samples";

/*
 * Of a process that was killed the cluster has what it wrote until then. So each content of the cluster
 * between two writes of a script of operations is one that a process may have left: the next one has to
 * find it as it was before the operation, or make it what it is after it. From there on the rest of the
 * script goes as it does undisturbed, since a process that has just started goes on like one that did all.
 */

const BEGIN = Date.parse("2026-01-01T00:00:00Z");
const MINUTE = 60_000;

let random = { seed: "", drawn: 0 };
jest.mock("node:crypto", (): object => ({
  ...jest.requireActual<typeof crypto>("node:crypto"),
  randomBytes: (size: number) => {
    random.drawn += 1;
    return Buffer.from(digest(`${random.seed}/${random.drawn}`, size * 2), "hex");
  },
}));

let certificates: Certificates;
const SCRIPT = script(() => certificates);
beforeAll(async () => {
  const now = new Date(BEGIN);
  const root = await createAuthority("root", now);
  const hosts = [["shop.test"], ["shop.test", "www.shop.test"], ["other.test"]];
  const leaves = await Promise.all(hosts.map((names) => createLeaf(root, names, now)));
  certificates = { root, leaves };
  jest.useFakeTimers({
    now,
    doNotFake: [
      "hrtime",
      "nextTick",
      "performance",
      "queueMicrotask",
      "setImmediate",
      "setTimeout",
      "clearTimeout",
    ],
  });
});

/** A process of the API. */
interface Running {
  readonly server: FakeApiServer;
  readonly instance: OpenInstance;
  readonly perform: (service: string, name: string, input: object) => Promise<object>;
  readonly look: () => Promise<void>;
}

async function start(server: FakeApiServer): Promise<Running> {
  random = { seed: "start", drawn: 0 };
  const instance = await openInstance({
    connection: CONNECTION,
    isStrict: false,
    hostAddress: "172.18.0.1",
    server,
    tell: fail,
  });
  const performer = new Performer(instance);
  const upkeep = newUpkeep();
  return {
    server,
    instance,
    perform: (service, name, input) => performer.perform(operationOf(service, name), input),
    look: async () => {
      await performer.perform(upkeep, {});
      await performer.catchUp();
    },
  };
}

function fail(warning: string): never {
  throw new Error(warning);
}

const timeOf = (index: number): number =>
  BEGIN + SCRIPT.slice(0, index + 1).reduce((sum, { later = 1 }) => sum + later * MINUTE, 0);

/** @param kubernetes the cluster as the client knew it */
async function perform(index: number, of: Running, kubernetes: FakeKubernetes): Promise<void> {
  const step = SCRIPT[index] as Step;
  random = { seed: `step ${index}`, drawn: 0 };
  if (step.service !== undefined) {
    await of.perform(step.service, step.name, step.input?.(kubernetes) ?? {});
  }
}

/** All of a cluster but for what tells a change from another. */
function contentOf(kubernetes: FakeKubernetes): Record<string, unknown> {
  const all = kubernetes
    .all()
    .filter(({ metadata }) => metadata.name !== "route-barrier")
    .map((object): [string, object] => [
      `${object.kind}/${object.metadata.name}`,
      { ...object, metadata: { ...object.metadata, resourceVersion: "" } },
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(all);
}

function freshCluster(): FakeKubernetes {
  const kubernetes = new FakeKubernetes();
  kubernetes.put({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: "traefik",
      namespace: SYSTEM_NAMESPACE,
      labels: { "app.kubernetes.io/name": "traefik" },
    },
    status: { conditions: [{ type: "Ready", status: "True" }] },
  });
  return kubernetes;
}

/** A step that nobody disturbed. */
interface Done {
  readonly before: FakeKubernetes;
  /** The cluster after each of the writes. */
  readonly between: readonly FakeKubernetes[];
  readonly after: FakeKubernetes;
}

async function performAll(isOneProcess: boolean): Promise<readonly Done[]> {
  jest.setSystemTime(BEGIN);
  const kubernetes = freshCluster();
  let between: FakeKubernetes[] = [];
  const server = new FakeApiServer(kubernetes, () => between.push(kubernetes.copy()));
  let running = await start(server);
  const done: Done[] = [];
  for (const [index, step] of SCRIPT.entries()) {
    jest.setSystemTime(timeOf(index));
    step.happens?.(kubernetes);
    const before = kubernetes.copy();
    if (!isOneProcess) running = await start(server);
    await told();
    between = [];
    await perform(index, running, before);
    await running.look();
    done.push({ before, between, after: kubernetes.copy() });
  }
  await running.instance.close();
  return done;
}

/** Returns when processes have heard of what happened. */
function told(): Promise<unknown> {
  return new Promise((resolve) => setImmediate(resolve));
}

let undisturbed: readonly Done[];
beforeAll(async () => {
  undisturbed = await performAll(true);
});

test("a process that has just started goes on as one that did all before", async () => {
  const others = await performAll(false);
  for (const [index, { before, after }] of undisturbed.entries()) {
    const other = others[index] as Done;
    expect(contentOf(other.before)).toEqual(contentOf(before));
    expect(contentOf(other.after)).toEqual(contentOf(after));
  }
});

test("nothing is left that nobody owns", () => {
  for (const { after } of undisturbed) {
    const names = Object.keys(contentOf(after));
    const secrets = names.filter((name) => name.startsWith("Secret/"));
    expect(names).toEqual(
      expect.arrayContaining(secrets.map((name) => name.replace("Secret", "ConfigMap"))),
    );
  }
  expect(Object.keys(contentOf((undisturbed.at(-1) as Done).after))).toEqual([
    // What was deleted is described for an hour, and the last revision of a family stays.
    "ConfigMap/cluster-main",
    "ConfigMap/svc-main-web",
    "ConfigMap/td-web-1",
    "ConfigMap/td-web-3",
    "Pod/traefik",
  ]);
});

test.each(SCRIPT.map(({ name }, index) => [index + 1, name] as const))(
  "step %i, %s, is done wholly or not at all",
  async (number) => {
    const index = number - 1;
    const { before, between, after } = undisturbed[index] as Done;
    jest.setSystemTime(timeOf(index));
    const known = new Set<string>();
    // What a killed process leaves, the next one may be killed at as well.
    const left = [before, ...between];
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const text = JSON.stringify(contentOf(next));
      if (known.has(text)) continue;
      known.add(text);
      left.push(...(await startOn(next, index, { before, after })));
    }
  },
);

/** Starts a process on what another one left of a step, and repeats the step; the contents between. */
async function startOn(
  left: FakeKubernetes,
  index: number,
  { before, after }: Pick<Done, "before" | "after">,
): Promise<readonly FakeKubernetes[]> {
  const kubernetes = left.copy();
  const between: FakeKubernetes[] = [];
  const server = new FakeApiServer(kubernetes, () => between.push(kubernetes.copy()));
  const running = await start(server);
  await running.look();
  const found = contentOf(kubernetes);
  const isDone = JSON.stringify(found) !== JSON.stringify(contentOf(before));
  if (isDone) expect(found).toEqual(contentOf(after));
  const started = between.slice();
  if (!isDone || SCRIPT[index]?.isIdempotent === true) {
    await perform(index, running, before);
    await running.look();
  }
  expect(contentOf(kubernetes)).toEqual(contentOf(after));
  await running.instance.close();
  return started;
}
