import { join } from "node:path";
import { detachApi } from "../../api/process/detachApi";
import { endApi } from "../../api/process/endApi";
import { findApi, type ApiStatus } from "../../api/process/findApi";
import { fingerprint } from "../../api/process/fingerprint";
import { readStrict } from "../../api/process/readStrict";
import { kubeconfigFile } from "../../cluster/files/cache";
import { readText } from "../../cluster/files/fileProblem";
import type { Context } from "../command";
import type { SelectedStack } from "../project/selectedStack";
import { codeStamp } from "./codeStamp";
import type { ApiStart } from "./runInForeground";

/** Has the API of an instance run in the background: the one that runs, if it is what would be started. */
export async function ensureApi(
  { io, packageFolder }: Context,
  { stack, instance }: SelectedStack,
  { connection, port }: ApiStart,
): Promise<ApiStatus> {
  const running = await findApi(io.env, instance);
  if (running !== undefined) {
    const wanted = fingerprint({
      connection,
      kubeconfig: readText(kubeconfigFile(io.env, instance)),
      code: await codeStamp(packageFolder),
      isStrict: readStrict(io.env),
    });
    if (running.fingerprint === wanted && (port ?? running.port) === running.port) return running;
    await endApi(io.env, instance);
  }
  return detachApi(instance, {
    argv: [
      process.execPath,
      join(packageFolder, "dist", "cli", "main.js"),
      "api",
      ...["--stack", stack],
      ...(port === undefined ? [] : ["--port", String(port)]),
    ],
    cwd: io.cwd,
    env: io.env,
    signal: io.signal,
  });
}
