import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "../cli/ui/table";
import type { Connection } from "../core/connection";
import type { KecsOutputs } from "../core/outputs/contract";
import { awsHost } from "../core/hosts";
import type { TargetGroup } from "../core/lb/model";
import { eventually } from "../test/e2e/support/eventually";
import { Project } from "../test/e2e/support/project";
import setup from "../test/e2e/support/setup";
import { loadBalancerName, loadBalancerWith, manifestOf, pathOf } from "./loadBalancers";
import { measureApi, type CallRow } from "./apiCalls";
import { measure, quantile, type Subject } from "./measure";
import { measureUpdates, type UpdateRow } from "./updates";

const STACK = "bench";
const HTTP = 27880;
const RULES = [0, 1, 100, 1000];
const EFFORT = { rounds: 20, requests: 400 };

interface Started {
  readonly awsApi: { readonly url: string };
}

interface Row {
  readonly rules: number;
  readonly requests: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Median over the median without rules. */
  readonly ratio: number;
}

async function main(asJson: boolean): Promise<void> {
  await setup();
  const updates = await measureUpdates();
  const project = new Project();
  try {
    project.configure(STACK, { instance: STACK, httpPort: HTTP, httpsPort: 27883, sample: true });
    const { awsApi } = await project.json<Started>(["start", "--stack", STACK]);
    // First, while Traefik has few routes: it loads all of them anew for each call that changes one.
    const calls = await measureApi(awsApi.url);

    const connection = await output<Connection>(project, "connection");
    const group = await sampleGroup(project);

    const file = join(project.folder, "objects.json");
    writeFileSync(
      file,
      manifestOf(RULES.map((count) => loadBalancerWith(count, connection, group))),
    );
    const apply = await project.shell(STACK, `kubectl apply --server-side -f ${file} | wc -l`);
    const subjects = RULES.map((count): Subject => ({
      host: awsHost(loadBalancerName(count)),
      path: pathOf(count),
    }));
    await eventually(() => measure(HTTP, subjects, { rounds: 0, requests: 4 }));

    process.stderr.write("… requests through load balancers with and without rules\n");
    const times = await measure(HTTP, subjects, EFFORT);
    const rows = rowsOf(times);
    const applied = { objects: Number(apply.stdout), seconds: Math.round(apply.seconds * 10) / 10 };
    const callsBesideRules = await measureApi(awsApi.url);
    const found = { updates, applied, rows, calls, callsBesideRules };
    process.stdout.write(
      asJson
        ? `${JSON.stringify(found)}\n`
        : `${updatesText(updates)}\n${textOf(rows)}\n${callsText(calls)}\nbeside these rules:\n${callsText(callsBesideRules)}`,
    );
  } finally {
    await project.remove(STACK);
  }
}

/** The target group of the sample application. */
async function sampleGroup(project: Project): Promise<TargetGroup> {
  const albs = await output<KecsOutputs["albs"]>(project, "albs");
  const action = albs[`${STACK}-alb`]?.routing?.listeners[0]?.defaultAction;
  const [target] = action?.type === "forward" ? action.targetGroups : [];
  if (target === undefined) throw new Error("the sample has no target group");
  return target.group;
}

async function output<T>(project: Project, name: string): Promise<T> {
  const { stdout } = await project.shell(
    STACK,
    `pulumi stack output ${name} --json --stack ${STACK}`,
  );
  return JSON.parse(stdout) as T;
}

function rowsOf(times: readonly (readonly number[])[]): Row[] {
  const base = quantile(times[0] ?? [], 0.5);
  return times.map((values, i) => ({
    rules: RULES[i] ?? 0,
    requests: values.length,
    p50Ms: rounded(quantile(values, 0.5)),
    p99Ms: rounded(quantile(values, 0.99)),
    ratio: rounded(quantile(values, 0.5) / base),
  }));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function textOf(rows: readonly Row[]): string {
  const lines = rows.map(({ rules, requests, p50Ms, p99Ms, ratio }) =>
    [rules, requests, p50Ms.toFixed(2), p99Ms.toFixed(2), ratio.toFixed(2)].map(String),
  );
  return `${table(["rules", "requests", "p50 ms", "p99 ms", "to none"], lines)}\n`;
}

function updatesText(updates: readonly UpdateRow[]): string {
  const lines = updates.map(({ what, seconds, against, againstSeconds, ratio }) =>
    [what, seconds.toFixed(1), against, againstSeconds.toFixed(1), ratio.toFixed(2)].map(String),
  );
  return `${table(["update", "s", "against", "s", "ratio"], lines)}\n`;
}

/** The last column is each median over that of a question, which changes nothing. */
function callsText(calls: readonly CallRow[]): string {
  const base = calls.find(({ operation }) => operation === "DescribeServices")?.p50Ms ?? 1;
  const lines = calls.map(({ operation, calls: count, p50Ms, p99Ms, seconds }) =>
    [operation, count, p50Ms.toFixed(1), p99Ms.toFixed(1), seconds, rounded(p50Ms / base)].map(
      String,
    ),
  );
  const head = ["call", "calls", "p50 ms", "p99 ms", "all s", "to a question"];
  return `${table(head, lines)}\n`;
}

void main(process.argv.includes("--json")).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
