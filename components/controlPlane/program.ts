import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";

const OUTSIDE_OF_A_STACK = {};

/**
 * Something that each run of a program has one of, made when it is first asked for. Inline programs
 * run several times in one process: each run has a stack resource of its own.
 */
export function onePerProgram<T>(make: () => T): () => T {
  const ofRun = new WeakMap<object, T>();
  return () => {
    const run = pulumi.runtime.getStackResource() ?? OUTSIDE_OF_A_STACK;
    const present = ofRun.get(run);
    if (present !== undefined) return present;
    const fresh = make();
    ofRun.set(run, fresh);
    return fresh;
  };
}

/** The first mistake that a component of the program reported. */
const firstMistake = onePerProgram<{ error?: Error }>(() => ({}));

/** Notes that a component refused its arguments; returns the error to be thrown. */
export function refuse(error: Error): Error {
  firstMistake().error ??= error;
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
 * Does work once resources of the program are made. A program that awaits may make more of them in
 * the meantime: then it is done again, with these among them, so that the last one saw them all.
 */
export function whenMade<T extends Pick<pulumi.Resource, "urn">, R>(
  list: () => readonly T[],
  work: (all: readonly T[]) => pulumi.Output<R>,
): pulumi.Output<R> {
  const all = list();
  const isMore = (): boolean => list().length !== all.length;
  const again = (): pulumi.Output<R> => whenMade(list, work);
  const made = pulumi.all(all.map(({ urn }) => urn)).apply(() => endOfProgram());
  return made.apply<R>(() => {
    if (isMore()) return again();
    const done = work(all);
    return done.apply<R>(() => (isMore() ? again() : done));
  });
}

/**
 * Resolves once the program has run to its end without a mistake; rejects with the mistake
 * otherwise. Whatever changes the machine waits for it: by itself the engine would carry out what
 * was registered before the mistake.
 */
export async function soundProgram(): Promise<void> {
  await endOfProgram();
  const { error } = firstMistake();
  if (error !== undefined) throw error;
}
