import { KecsError, problem } from "../validate";
import type { KecsOutputs } from "./contract";

/** The version of the outputs that this package writes and reads. */
export const OUTPUTS_VERSION = 1;

/** What the Pulumi CLI prints in the place of a secret. */
const SECRET = "[secret]";

/**
 * The outputs of a KECS stack, typed, as the Pulumi CLI prints them.
 *
 * @throws KecsError KECS1016 where the stack has no such outputs, or those of a newer version, or
 * where one of them is secret or is not what KECS puts out
 */
export async function readOutputs(
  raw: Readonly<Record<string, unknown>>,
  stack: string,
): Promise<KecsOutputs> {
  checkVersion(raw, stack);
  // Loading it takes a fifth of the time in which a command starts: only who reads outputs waits for it.
  const { z } = await import("zod");
  const text = z.string().refine((value) => value !== SECRET);
  const listener = z.object({ url: text, targetGroups: z.array(text) });
  const alb = z.object({
    name: text,
    arn: text,
    hosts: z.array(text),
    listeners: z.array(listener),
  });
  const outputs = z.object({
    instance: text,
    connection: z.looseObject({}),
    context: text,
    ports: z.looseObject({}),
    urls: z.record(z.string(), text),
    albs: z.record(z.string(), alb),
  });
  const [fault] = outputs.safeParse(raw, { reportInput: true }).error?.issues ?? [];
  if (fault === undefined) return raw as unknown as KecsOutputs;
  const path = z.core.toDotPath(fault.path);
  throw fault.input === SECRET
    ? unreadable(
        stack,
        `its output ${path} is secret`,
        "a load balancer or the instance was given a secret argument: pass it with pulumi.unsecret",
      )
    : unreadable(
        stack,
        `its output ${path} does not have the form that this version of KECS writes`,
        "bring the stack up to date: kecs start, or pulumi up",
      );
}

/** @throws KecsError KECS1016 where the outputs are none of KECS, or those of another version */
function checkVersion(raw: Readonly<Record<string, unknown>>, stack: string): void {
  const version = raw["outputsVersion"];
  if (version === undefined) {
    throw unreadable(
      stack,
      "the stack has no outputs that KECS can read",
      "name a stack that was started, and whose program exports stackOutputs(…)",
    );
  }
  if (version !== OUTPUTS_VERSION) {
    throw unreadable(
      stack,
      `its outputs have version ${JSON.stringify(version)}; this package reads ${OUTPUTS_VERSION}`,
      "use the same version of kecs in both projects",
    );
  }
}

function unreadable(stack: string, message: string, hint: string): KecsError {
  return new KecsError([problem("KECS1016", `stack ${stack}`, message, hint)]);
}
