import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ConcurrentUpdateError, LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { isStale, lockHolders } from "../../../cli/engine/locks";
import type { PendingOutputs } from "../../../components";
import type { KecsOutputs } from "../../../core/outputs/contract";
import { cacheFolder } from "../../../lab/paths";
import { clientCertificates, type ClientCertificates } from "../plan/clientCertificates";

const project = "kecs-conformance";
const checkout = join(__dirname, "..", "..", "..");

/** A program for the authorities of the clients' certificates, PEM. */
export type ProgramOf = (clientAuthorities: string) => () => PendingOutputs;

/**
 * The stack of a conformance instance. Its state lies in the user's cache, not in the checkout, so
 * that the next run finds the instance again, from wherever it is started.
 */
export class ConformanceStack {
  private constructor(
    private readonly stack: Stack,
    readonly folder: string,
    readonly clients: ClientCertificates,
  ) {}

  static async open(name: string, programOf: ProgramOf): Promise<ConformanceStack> {
    const folder = join(cacheFolder(process.env), "conformance", name);
    mkdirSync(folder, { recursive: true });
    // The user's own certificate authority is none of a test's business.
    process.env["KECS_DATA_DIR"] = join(folder, "data");
    const clients = await clientCertificates(folder);
    const stack = await LocalWorkspace.createOrSelectStack(
      {
        stackName: name,
        projectName: project,
        program: () => Promise.resolve(programOf(clients.bundle)()),
      },
      {
        workDir: folder,
        // Written anew by each run: the checkout of the run before may be gone.
        projectSettings: { name: project, runtime: "nodejs", main: checkout },
        envVars: {
          PULUMI_BACKEND_URL: `file://${folder}`,
          PULUMI_CONFIG_PASSPHRASE: "",
          PULUMI_SKIP_UPDATE_CHECK: "true",
          // With a thousand objects, writing the whole state after each takes most of the time.
          PULUMI_EXPERIMENTAL: "true",
          PULUMI_SKIP_CHECKPOINTS: "true",
        },
      },
    );
    return new ConformanceStack(stack, folder, clients);
  }

  /** @param refresh look at every object first, and make again what is gone */
  async up(onOutput: (text: string) => void, refresh = false): Promise<KecsOutputs> {
    const { outputs } = await this.unlocked(() =>
      this.stack.up({ onOutput, refresh, suppressProgress: true, parallel: 16 }),
    );
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]) => [name, value as unknown]),
    ) as unknown as KecsOutputs;
  }

  async destroy(onOutput: (text: string) => void): Promise<void> {
    await this.unlocked(() => this.stack.destroy({ onOutput, suppressProgress: true }));
  }

  /** A run that was killed leaves a lock behind. */
  private async unlocked<T>(operation: () => Promise<T>): Promise<T> {
    try {
      return await operation();
    } catch (error) {
      if (!(error instanceof ConcurrentUpdateError)) throw error;
      if (!isStale(lockHolders(error.message))) throw error;
      await this.stack.cancel();
      return operation();
    }
  }
}
