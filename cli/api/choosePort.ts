import { readApiFile } from "../../api/process/apiFile";
import { firstFreePort, portError } from "../../cluster/preflight/freePort";
import { KecsError, problem } from "../../core/validate";
import { readStackConfig } from "../../components/stack/stackConfig";

/** The port that is looked at first where nobody says one. */
const DEFAULT_PORT = 5373;

/** What says which port an API has. */
export interface PortWish {
  readonly instance: string;
  /** On the command line. */
  readonly asked: number | undefined;
  /** The stack's configuration. */
  readonly config: Readonly<Record<string, string>>;
}

/**
 * The local port of an instance's API: the one that is asked for, or that it had before, or the first free one
 * from 5373 on.
 *
 * @throws KecsError KECS2006 where the one that is asked for is taken
 */
export async function choosePort(
  env: NodeJS.ProcessEnv,
  { instance, asked, config }: PortWish,
): Promise<number> {
  const wish = asked ?? readStackConfig(config, env).apiPort;
  if (wish !== undefined) {
    const error = await portError("127.0.0.1", wish);
    if (error === undefined) return wish;
    throw new KecsError([
      problem(
        "KECS2006",
        "kecs:apiPort",
        `port "${wish}" of the AWS API cannot be listened on: ${error}`,
        "end what uses it, or set another one: pulumi config set kecs:apiPort <port>",
      ),
    ]);
  }
  const before = (await readApiFile(env, instance))?.port;
  if (before !== undefined && (await portError("127.0.0.1", before)) === undefined) return before;
  return firstFreePort(DEFAULT_PORT, new Set());
}
