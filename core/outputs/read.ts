import { KecsError, problem } from "../validate";
import type { KecsOutputs } from "./contract";

/** The version of the outputs that this package writes and reads. */
export const OUTPUTS_VERSION = 1;

/** What the Pulumi CLI prints in the place of a secret. */
const SECRET = "[secret]";

type Shape = "text" | "object" | readonly [Record<string, Shape>];

/** What is read of the outputs; a list means that each value of an object, or of a list, is so. */
const SHAPES: Readonly<Record<string, Shape>> = {
  instance: "text",
  connection: "object",
  context: "text",
  ports: "object",
  urls: "object",
  albs: [
    {
      name: "text",
      arn: "text",
      hosts: "object",
      listeners: [{ url: "text", targetGroups: "object" }],
    },
  ],
};

/**
 * The outputs of a KECS stack, typed, as the Pulumi CLI prints them.
 *
 * @throws KecsError KECS1016 where the stack has no such outputs, or those of a newer version, or
 * where one of them is secret or is not what KECS puts out
 */
export function readOutputs(raw: Readonly<Record<string, unknown>>, stack: string): KecsOutputs {
  checkVersion(raw, stack);
  const fault = faultIn(raw, SHAPES, "");
  if (fault === undefined) return raw as unknown as KecsOutputs;
  throw fault.isSecret
    ? unreadable(
        stack,
        `its output ${fault.path} is secret`,
        "a load balancer or the instance was given a secret argument: pass it with pulumi.unsecret",
      )
    : unreadable(
        stack,
        `its output ${fault.path} is not what this version of KECS puts out`,
        "bring the stack up to date: kecs start, or pulumi up",
      );
}

/** @throws KecsError KECS1016 where the outputs are none of KECS, or those of another version */
export function checkVersion(raw: Readonly<Record<string, unknown>>, stack: string): void {
  const version = raw["outputsVersion"];
  if (version === undefined) {
    throw unreadable(
      stack,
      "the stack puts out nothing that KECS could read",
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

interface Fault {
  readonly path: string;
  readonly isSecret: boolean;
}

function faultIn(
  value: object,
  shapes: Readonly<Record<string, Shape>>,
  path: string,
): Fault | undefined {
  for (const [name, shape] of Object.entries(shapes)) {
    const at = path === "" ? name : `${path}.${name}`;
    const fault = faultOf((value as Record<string, unknown>)[name], shape, at);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOf(value: unknown, shape: Shape, path: string): Fault | undefined {
  if (value === SECRET) return { path, isSecret: true };
  if (shape === "text") return typeof value === "string" ? undefined : { path, isSecret: false };
  if (typeof value !== "object" || value === null) return { path, isSecret: false };
  if (shape === "object") return undefined;
  const [each] = shape;
  for (const [key, item] of Object.entries(value)) {
    const at = `${path}[${JSON.stringify(Array.isArray(value) ? Number(key) : key)}]`;
    const own: unknown = item;
    if (typeof own !== "object" || own === null) return { path: at, isSecret: own === SECRET };
    const fault = faultIn(own, each, at);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function unreadable(stack: string, message: string, hint: string): KecsError {
  return new KecsError([problem("KECS1016", `stack ${stack}`, message, hint)]);
}
