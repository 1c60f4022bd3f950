import { prepareMachine } from "../../../cli/machine/prepare";
import { consoleOn } from "../../../cli/ui/console";
import { ApiPlace } from "../api/place";
import { bareProgram } from "../api/program";
import { fixtureModel } from "../fixtureModel";
import { valuesOf } from "../client/answer";
import { Cluster } from "../cluster";
import { localHost } from "../../../core/hosts";
import type { KecsOutputs } from "../../../core/outputs/contract";
import type { LoadBalancer } from "../../../core/lb/model";
import { echoIn } from "../client/answer";
import { PROBE, type Plan } from "../plan/plan";
import { conformanceProgram } from "../program/program";
import { ConformanceStack } from "./stack";
import { eventually } from "../../e2e/support/eventually";
import { untilLoaded } from "./loaded";
import { localPortOf } from "./localPorts";
import type { InstancePorts, RunOptions } from "./options";
import { sendOnce } from "./send";
import type { Session } from "./session";

type Tell = (text: string) => void;

/** Makes the machine's tools usable by this process, as `kecs start` does. */
export async function prepare(): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  const signal = new AbortController().signal;
  const io = { stdin, stdout, stderr, env, cwd: process.cwd(), signal };
  await prepareMachine(
    io,
    consoleOn(io, { quiet: true, verbose: false, debug: false }),
    true,
    true,
  );
}

/** An instance with everything of a plan in it, up and answering. */
export class Instance {
  private constructor(
    readonly session: Session,
    private readonly stack: ConformanceStack,
    private readonly api: ApiPlace | undefined,
  ) {}

  static async start(
    { instance: ports, through }: Pick<RunOptions, "instance" | "through">,
    plan: Plan,
    tell: Tell,
  ): Promise<Instance> {
    await prepare();
    const { name, ...rest } = ports;
    const images = {
      ...imageArgument("k3sImage", process.env["KECS_K3S_IMAGE"]),
      ...imageArgument("traefikImage", process.env["KECS_TRAEFIK_IMAGE"]),
    };
    const args = { ...rest, ...images };
    const stack = await ConformanceStack.open(name, (clientAuthorities) =>
      through === "api"
        ? bareProgram(name, args, clientAuthorities)
        : conformanceProgram(name, args, plan, clientAuthorities),
    );
    const isByApi = through === "api";
    const outputs = await up(stack, tell, isByApi);
    const api = isByApi ? await ApiPlace.with(plan, outputs, tell) : undefined;
    const cluster = Cluster.withCredentials(stack.folder, outputs.kubeconfig);
    await untilLoaded(cluster).catch((reason: unknown) => {
      // The cases behind these routes fail; the others have something to say.
      tell(`${String(reason)}\n`);
    });
    const peer = await peerOf(outputs);
    const session = { outputs, cluster, folder: stack.folder, peer, plan, clients: stack.clients };
    const models = modelsOf(plan, outputs);
    return new Instance({ ...session, models, ...(api && { api }) }, stack, api);
  }

  /** Removes an instance that an earlier run kept; does nothing where there is none. */
  static async remove(ports: InstancePorts, tell: Tell): Promise<void> {
    await prepare();
    const { name, ...rest } = ports;
    const stack = await ConformanceStack.open(name, (bundle) => bareProgram(name, rest, bundle));
    await stack.destroy(tell);
  }

  /** Ends what runs in this process; the instance stays. */
  async close(): Promise<void> {
    await this.api?.close();
  }

  destroy(tell: Tell): Promise<void> {
    return this.stack.destroy(tell);
  }
}

/** Brings the stack up, twice where a run that was killed left something undone. */
async function up(
  stack: ConformanceStack,
  tell: Tell,
  routesComeLater: boolean,
): Promise<KecsOutputs> {
  const outputs = await stack.up(tell).catch((error: unknown) => {
    // What is undone is an error that names it.
    if (!String(error).includes("KECS3012")) throw error;
    return stack.up(tell, true);
  });
  if (routesComeLater) return outputs;
  try {
    await untilLoaded(Cluster.withCredentials(stack.folder, outputs.kubeconfig));
    return outputs;
  } catch (error) {
    // Pulumi's state does not tell what is undone in the cluster.
    tell(`${String(error)}\nlooking for missing objects in the cluster\n`);
    return stack.up(tell, true);
  }
}

function imageArgument(name: "k3sImage" | "traefikImage", image: string | undefined) {
  return image === undefined || image === "" ? {} : { [name]: image };
}

/** The address that a target sees in the place of this machine's. */
function peerOf({ connection }: KecsOutputs): Promise<string> {
  return eventually(async () => {
    const answer = await sendOnce({
      ...{ localPort: connection.httpPort, tls: false, version: "1.1", method: "GET" },
      ...{ host: localHost(PROBE), target: "/", headers: [] },
    });
    const headers = Object.entries(echoIn(answer.body)?.headers ?? {});
    const pairs = headers.flatMap(([name, all]) => all.map((value) => [name, value] as const));
    const [peer] = valuesOf(pairs, "x-forwarded-for");
    if (peer === undefined) throw new Error(`the probe answers ${answer.status} ${answer.body}`);
    return peer;
  });
}

function modelsOf(
  plan: Plan,
  { connection }: KecsOutputs,
): Record<string, readonly LoadBalancer[]> {
  const ports = (port: number) => {
    const localPort = localPortOf(connection, port);
    return { localPort, entryPoint: `local-${localPort}` };
  };
  return Object.fromEntries(
    Object.entries(plan).map(([name, fixture]) => [
      name,
      fixtureModel(name, fixture, ports).loadBalancers,
    ]),
  );
}
