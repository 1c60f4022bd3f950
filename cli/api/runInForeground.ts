import { once } from "node:events";
import { writeApiFile } from "../../api/process/apiFile";
import { readStrict } from "../../api/process/readStrict";
import { readUpstream } from "../../api/server/upstream";
import { runApi } from "../../api/server/runApi";
import { readText } from "../../cluster/files/fileProblem";
import { kubeconfigFile } from "../../cluster/files/cache";
import { refreshKubeconfig } from "../../cluster/k3d/refreshKubeconfig";
import type { Connection } from "../../core/connection";
import type { Context } from "../command";
import { claimOf } from "../project/claim";
import type { SelectedStack } from "../project/selectedStack";
import { choosePort } from "./choosePort";
import { codeStamp } from "./codeStamp";

/** What an API is started with. */
export interface ApiStart {
  readonly connection: Connection;
  /** As the command line says; undefined for what the stack or an earlier start says. */
  readonly port: number | undefined;
}

/** Answers AWS's API until the command is interrupted. */
export async function runInForeground(
  { io, console, packageFolder }: Context,
  { project, stack, instance, config }: SelectedStack,
  { connection, port: asked }: ApiStart,
): Promise<void> {
  await refreshKubeconfig(io.env, instance, claimOf(io.env, project, stack, config));
  const port = await choosePort(io.env, { instance, asked, config });
  const running = await runApi({
    connection,
    kubeconfig: readText(kubeconfigFile(io.env, instance)),
    port,
    upstream: readUpstream(io.env),
    code: await codeStamp(packageFolder),
    isStrict: readStrict(io.env),
    tell: (warning) => void io.stderr.write(`${warning}\n`),
  });
  await writeApiFile(io.env, instance, { port: running.status().port, pid: process.pid });
  console.result(`The AWS API of instance ${instance} answers on http://127.0.0.1:${port}`);
  const interruption = io.signal.aborted ? Promise.resolve() : once(io.signal, "abort");
  await Promise.race([interruption, running.absence]);
  await running.close();
}
