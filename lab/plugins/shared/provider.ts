import type { PropertyMap } from "./properties";
import type { PropertyChange } from "./propertyDiff";

/** A provider plugin in plain data; `providerService.ts` speaks the protocol for it. */
export interface Provider {
  readonly name: string;
  readonly version: string;
  checkConfig(request: CheckRequest): Promise<CheckResult>;
  diffConfig(request: DiffRequest): Promise<DiffResult>;
  configure(request: ConfigureRequest): Promise<void>;
  invoke(token: string, args: PropertyMap): Promise<InvokeResult>;
  check(request: CheckRequest): Promise<CheckResult>;
  diff(request: DiffRequest): Promise<DiffResult>;
  create(request: CreateRequest): Promise<CreateResult>;
  read(request: ReadRequest): Promise<ReadResult>;
  update(request: UpdateRequest): Promise<PropertyMap>;
  delete(request: DeleteRequest): Promise<void>;
  /** Ends whatever runs; the engine is about to end the plugin. */
  cancel(): void;
}

export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

export interface CheckResult {
  readonly inputs: PropertyMap;
  readonly failures?: readonly CheckFailure[];
}

export interface InvokeResult {
  readonly result: PropertyMap;
  readonly failures?: readonly CheckFailure[];
}

export interface Autonaming {
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposedName: string;
}

export interface CheckRequest {
  readonly urn: string;
  readonly olds: PropertyMap;
  readonly news: PropertyMap;
  readonly autonaming: Autonaming | undefined;
}

export interface DiffRequest {
  readonly id: string;
  readonly urn: string;
  /** The recorded outputs. */
  readonly olds: PropertyMap;
  readonly oldInputs: PropertyMap;
  readonly news: PropertyMap;
  readonly ignoreChanges: readonly string[];
}

export interface DiffResult {
  readonly changes: readonly PropertyChange[];
  readonly deleteBeforeReplace: boolean;
}

export interface ConfigureRequest {
  readonly args: PropertyMap;
  readonly variables: ReadonlyMap<string, string>;
}

export interface CreateRequest {
  readonly urn: string;
  readonly inputs: PropertyMap;
  readonly timeoutSeconds: number;
  readonly preview: boolean;
}

export interface CreateResult {
  readonly id: string;
  readonly outputs: PropertyMap;
}

export interface ReadRequest {
  readonly id: string;
  readonly urn: string;
  readonly properties: PropertyMap;
  readonly inputs: PropertyMap;
}

/** An empty id says that the resource is gone. */
export interface ReadResult {
  readonly id: string;
  readonly properties: PropertyMap;
  readonly inputs: PropertyMap;
}

export interface UpdateRequest {
  readonly id: string;
  readonly urn: string;
  readonly olds: PropertyMap;
  readonly oldInputs: PropertyMap;
  readonly news: PropertyMap;
  readonly timeoutSeconds: number;
  readonly preview: boolean;
  readonly ignoreChanges: readonly string[];
}

export interface DeleteRequest {
  readonly id: string;
  readonly urn: string;
  readonly properties: PropertyMap;
  readonly oldInputs: PropertyMap;
  readonly timeoutSeconds: number;
}

/** The last part of a resource's URN: the name its program gave it. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** The type token in a resource's URN, without the types of its parents. */
export function typeOf(urn: string): string {
  return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}
