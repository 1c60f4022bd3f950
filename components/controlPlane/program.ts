import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";

/*
 * What the components of one program know of each other by ARN, as AWS's own control plane does.
 * An ARN of another stack is not in here; what it stands for lies in the cluster's records.
 */

interface Knowledge {
  readonly objects: Map<string, unknown>;
  readonly claims: Map<string, string>;
  /** The first mistake that a component of the program reported. */
  mistake?: Error;
}

const ofProgram = new WeakMap<object, Knowledge>();
const OUTSIDE_OF_A_STACK = {};

/** Inline programs run several times in one process: each run has a stack resource of its own. */
function knowledge(): Knowledge {
  const run = pulumi.runtime.getStackResource() ?? OUTSIDE_OF_A_STACK;
  const present = ofProgram.get(run);
  if (present !== undefined) return present;
  const fresh: Knowledge = { objects: new Map(), claims: new Map() };
  ofProgram.set(run, fresh);
  return fresh;
}

/** Makes an object of this program known by its ARN. */
export function publish(arn: string, object: unknown): void {
  knowledge().objects.set(arn, object);
}

/** The object that this program made under an ARN, if it did. */
export function lookup<T>(arn: string): T | undefined {
  return knowledge().objects.get(arn) as T | undefined;
}

/**
 * Claims something that only one component can have; returns the owner if it is taken. A component
 * claims once, so a second claim under one name comes from a namesake.
 */
export function claim(what: string, owner: string): string | undefined {
  const { claims } = knowledge();
  const present = claims.get(what);
  if (present === undefined) claims.set(what, owner);
  return present;
}

/** Notes that a component refused its arguments; returns the error to be thrown. */
export function refuse(error: Error): Error {
  knowledge().mistake ??= error;
  return error;
}

/**
 * Resolves once the program has run to its end, or to its first await: what components learn of
 * each other is complete then.
 */
export async function endOfProgram(): Promise<void> {
  await setImmediate();
}

/**
 * Resolves once the program has run to its end without a mistake; rejects with the mistake
 * otherwise. Whatever changes the machine waits for it: by itself the engine would carry out what
 * was registered before the mistake.
 */
export async function soundProgram(): Promise<void> {
  await endOfProgram();
  const { mistake } = knowledge();
  if (mistake !== undefined) throw mistake;
}
