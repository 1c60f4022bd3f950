import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageNames } from "../lab/imageNames";
import { Project } from "../test/e2e/support/project";
import type { Outcome } from "../test/e2e/support/run";
import { quantile } from "./measure";

/** What an update takes, beside what it is held against. */
export interface UpdateRow {
  readonly what: string;
  readonly against: string;
  readonly pairs: number;
  /** Medians. */
  readonly seconds: number;
  readonly againstSeconds: number;
  readonly ratio: number;
}

const STACK = "bench-updates";
const NODE = `k3d-kecs-${STACK}-server-0`;
const PORTS = { httpPort: 27980, httpsPort: 27983 };
const UP = `pulumi up --yes --skip-preview --non-interactive --stack ${STACK}`;
const PAIRS = 5;

/** Updates of programs, each of them and what it is held against by turns. */
export async function measureUpdates(): Promise<UpdateRow[]> {
  return [...(await measureChanges()), await measureNoChange()];
}

/** One of ten services changes: by another image, and by a file of an image that is built. */
async function measureChanges(): Promise<UpdateRow[]> {
  const project = new Project("bench/programs/services");
  const context = mkdtempSync(join(tmpdir(), "kecs-bench-"));
  const write = (text: string): void => {
    writeFileSync(join(context, "source.txt"), text);
  };
  const configure = (next: string): void => {
    project.configure(STACK, {
      instance: STACK,
      ...PORTS,
      "services:context": context,
      "services:image": imageNames.echo,
      "services:next": next,
    });
  };
  try {
    writeFileSync(join(context, "Dockerfile"), "ARG BASE\nFROM $BASE\nCOPY source.txt /\n");
    write("first");
    configure(imageNames.echo);
    const shell = await started(project);
    const next = Array.from({ length: 2 * PAIRS }, (_, i) => `${imageNames.echo}.${i}`);
    const tags = next.map((name) => `docker.io/${imageNames.echo} docker.io/${name}`);
    await shell(
      tags.map((pair) => `docker exec ${NODE} ctr -n k8s.io images tag --force ${pair}`).join("\n"),
    );
    const change = await inPairs(
      ["a new image of one of ten services", "kubectl set image, rollout status"],
      (i) => {
        configure(next[2 * i] ?? "");
        return shell(UP);
      },
      (i) => shell(setImage("s2", next[2 * i + 1] ?? "")),
    );
    const build = await inPairs(
      ["a changed file of an image", "docker build, k3d image import, kubectl set image"],
      (i) => {
        write(`ours ${i}`);
        return shell(UP);
      },
      (i) => {
        write(`theirs ${i}`);
        const tag = `${STACK}:${i}`;
        return shell(
          `docker build --quiet --tag ${tag} --build-arg BASE=${imageNames.echo} ${context} &&
           k3d image import --cluster kecs-${STACK} ${tag} && ${setImage("s3", tag)}`,
        );
      },
    );
    return [change, build];
  } finally {
    await project.remove(STACK);
    rmSync(context, { recursive: true, force: true });
  }
}

/** Nothing has changed: what is left is Pulumi, the start of Node, and the looks at the cluster. */
async function measureNoChange(): Promise<UpdateRow> {
  const project = new Project("examples/canary");
  const empty = new Project("bench/programs/empty");
  try {
    project.configure(STACK, { instance: STACK, ...PORTS });
    const shell = await started(project);
    const { stdout: variables } = await project.kecs(["env", "--stack", STACK]);
    await empty.shellWith(variables, `pulumi stack init ${STACK} && ${UP}`);
    return await inPairs(
      ["examples/canary without a change", "an empty program"],
      () => shell(UP),
      () => empty.shellWith(variables, UP),
    );
  } finally {
    await project.remove(STACK);
    await empty.remove();
  }
}

/** Starts the instance of a program; runs scripts with its variables. */
async function started(project: Project): Promise<(script: string) => Promise<Outcome>> {
  await project.json(["start", "--stack", STACK]);
  const { stdout: variables } = await project.kecs(["env", "--stack", STACK]);
  return (script) => project.shellWith(variables, script);
}

/** The command line that gives a service an image, and waits until it is steady. */
function setImage(service: string, image: string): string {
  const kubectl = `docker exec ${NODE} kubectl -n kecs`;
  const deployment = `deployment/main-${service}`;
  return `${kubectl} set image ${deployment} web=${image} && ${kubectl} rollout status ${deployment}`;
}

type Step = (round: number) => Promise<Outcome>;

async function inPairs(
  [what, against]: readonly [string, string],
  ours: Step,
  theirs: Step,
): Promise<UpdateRow> {
  process.stderr.write(`… ${what}, ${PAIRS} times\n`);
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < PAIRS; round += 1) {
    times.ours.push((await ours(round)).seconds);
    times.theirs.push((await theirs(round)).seconds);
  }
  const [seconds, againstSeconds] = [quantile(times.ours, 0.5), quantile(times.theirs, 0.5)];
  return {
    what,
    against,
    pairs: PAIRS,
    seconds: rounded(seconds),
    againstSeconds: rounded(againstSeconds),
    ratio: rounded(seconds / againstSeconds),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
