import { deploy, type DeployOptions, type Registration } from "./deploy";

/** Why a program is rejected, and how much of it was registered before. */
export interface Refusal {
  /** Each issue as `code path`. */
  readonly codes: readonly string[];
  /** How many resources there were that are no components. */
  readonly children: number;
}

/** Runs a program; no codes where nothing is wrong with it. */
export async function refusal(program: () => unknown, options?: DeployOptions): Promise<Refusal> {
  const registered: Registration[] = [];
  const error: unknown = await deploy(program, options, registered).catch((of: unknown) => of);
  const { issues = [] } = error as { issues?: { code: string; path: string }[] };
  const children = registered.filter(({ type }) => !type.startsWith("kecs:")).length;
  return { codes: issues.map(({ code, path }) => `${code} ${path}`), children };
}
