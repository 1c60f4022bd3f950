import type { MemoryApi } from "../memoryApi";

/** Makes at least one good call of an operation, and looks at what describes its effect. */
export type Case = (api: MemoryApi) => Promise<void>;

/** A case for each operation of a service. */
export type Cases = Readonly<Record<string, Case>>;
