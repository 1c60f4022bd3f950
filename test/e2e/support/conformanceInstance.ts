import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cluster } from "../../conformance/cluster";
import type { Reach } from "../../conformance/run/reach";
import { run, type Outcome } from "./run";

/*
 * The instance that the conformance cases run in, for other tests that need load balancers and
 * targets: it is made once and removed after the last test.
 */

const CHECKOUT = join(__dirname, "..", "..", "..");

/** Runs the conformance runner to its end. */
export function conformance(args: readonly string[]): Promise<Outcome> {
  const script = join(CHECKOUT, "scripts", "conformance.js");
  return run([process.execPath, script, ...args], { cwd: CHECKOUT, env: process.env });
}

export interface SharedInstance extends Reach {
  readonly cluster: Cluster;
}

/** The instance, made now if no test did it before. */
export async function sharedInstance(): Promise<SharedInstance> {
  const file = join(tmpdir(), `kecs-conformance-${process.pid}.json`);
  const { code, stdout, stderr } = await conformance(["--deploy-only", "--json", file]);
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
  const reach = JSON.parse(readFileSync(file, "utf8")) as Reach;
  return { ...reach, cluster: new Cluster(reach.kubeconfig) };
}
