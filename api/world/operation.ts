import type { AwsObject, World } from "./world";

/** The content of a Secret of the same name as the record. */
export interface SecretContent {
  /** Kubernetes's type of it. */
  readonly type: string;
  /** In base64, by key. */
  readonly data: Readonly<Record<string, string>>;
}

/** An object as an operation makes it; whose it is follows. */
export interface NewObject extends Pick<AwsObject, "kind" | "key" | "arn" | "createdAt"> {
  readonly attributes: object;
  readonly echo: object;
}

/** What an operation wants of the instance. All changes of one operation are made, or none. */
export type Change =
  /** Makes an object, or puts another content into its record. */
  | {
      readonly kind: "put";
      readonly object: NewObject;
      /** What no record may hold; it is kept and removed with the object. */
      readonly secret?: SecretContent;
    }
  | { readonly kind: "remove"; readonly key: string }
  /** Makes a pod that no record stands for: a task that runs once. */
  | { readonly kind: "makePod"; readonly manifest: PodManifest }
  /** Ends a task. */
  | { readonly kind: "removePod"; readonly name: string };

/** A pod as it is applied, whole. */
export interface PodManifest {
  readonly apiVersion: "v1";
  readonly kind: "Pod";
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: object;
}

/** A change of what the records say. */
export type RecordChange = Extract<Change, { readonly kind: "put" | "remove" }>;

export function isOfRecord(change: Change): change is RecordChange {
  return change.kind === "put" || change.kind === "remove";
}

/** What comes of an operation: its output, as AWS's model has it, and what it changes. */
export interface Answer<Output> {
  readonly output: Output;
  /** The output where the cluster has to say a part of it: how it is after the changes. */
  readonly outputAfter?: (after: World) => Output;
  readonly changes?: readonly Change[];
  /** The output where the logs of containers have to say a part of it. */
  readonly reading?: Reading<Output>;
}

/** What an operation reads of logs, and its output by their texts, in the same order. */
export interface Reading<Output> {
  readonly logs: readonly LogPart[];
  readonly output: (texts: readonly string[]) => Output;
}

/** A part of what a container wrote: each line begins with its time. Of one that is gone it is empty. */
export interface LogPart {
  /** The pod's name. */
  readonly pod: string;
  /** Its name in the pod. */
  readonly container: string;
  /** Of the run before the one that it is in now. */
  readonly isPrevious: boolean;
  /** Not what it wrote before. */
  readonly since?: Date;
  /** Only so many of the last lines. */
  readonly lastLines?: number;
}

/**
 * One operation of AWS, as a function of its input and of all that is known. The input fits the
 * shapes and constraints of AWS's model.
 *
 * @throws AwsError for what AWS refuses, and for what the instance cannot do
 */
export type Operation<Input, Output> = (input: Input, world: World) => Answer<Output>;

/** The operations of a service by AWS's names. */
export type Operations = Readonly<Record<string, Operation<never, object>>>;
