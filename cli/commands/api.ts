import { findApi } from "../../api/process/findApi";
import { isAsleep } from "../../cluster/k3d/isAsleep";
import { KecsError, problem } from "../../core/validate";
import { EXIT } from "../exitCodes";
import { ensureApi } from "../api/ensureApi";
import { asleep } from "../engine/atRest";
import { findOutputs, neverStarted } from "../engine/findOutputs";
import { prepareMachine } from "../machine/prepare";
import type { Command } from "../command";
import { selectExistingStack } from "../project/selectedStack";

/** The options of `kecs api`. */
interface ApiOptions {
  readonly detach?: boolean;
  readonly port?: string;
}

/** `kecs api`: answers AWS's API for an instance, until it is interrupted or in the background. */
export const api: Command<ApiOptions> = {
  name: "api",
  summary: "answer the AWS API of an instance: aws, boto3, SDKs and Terraform work on it",
  options: [
    { flags: "--detach", summary: "run it in the background; kecs stop ends it" },
    { flags: "--port <port>", summary: "local port; default the last one, else 5373 or the next" },
  ],
  async run(context) {
    const { io, console, options } = context;
    const selected = selectExistingStack(context);
    await prepareMachine(io, console, false, true);
    const outputs = await findOutputs(io.env, selected);
    if (outputs === undefined) throw neverStarted(selected);
    const { instance, connection } = outputs;
    if (await isAsleep(instance)) throw asleep(selected);
    const port = portOf(options.port);
    if (options.detach === true) {
      const status = await ensureApi(context, selected, { connection, port });
      return { data: status, text: `http://127.0.0.1:${status.port}` };
    }
    const running = await findApi(io.env, instance);
    if (running !== undefined) throw alreadyRuns(running.port, running.pid);
    // What it is made of takes a quarter of a second to load, and no other command needs it.
    const { runInForeground } = await import("../api/runInForeground.js");
    await runInForeground(context, selected, { connection, port });
    return { exitCode: EXIT.ok };
  },
};

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new KecsError([
    problem("KECS4001", "--port", `"${text}" is not a port`, "write a number from 1 to 65535"),
  ]);
}

function alreadyRuns(port: number, pid: number): KecsError {
  return new KecsError([
    problem(
      "KECS3016",
      "",
      `the AWS API of the instance runs already, on port ${port}, as process ${pid}`,
      "use that one, or end it with kecs stop",
    ),
  ]);
}
