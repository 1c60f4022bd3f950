import type { RuntimeOptions } from "./runtimeOptions";

/** What the engine says about a program that is to run. */
export interface RunSettings {
  readonly monitorAddress: string;
  readonly engineAddress: string;
  readonly organization: string;
  readonly project: string;
  readonly stack: string;
  readonly rootDirectory: string;
  readonly programDirectory: string;
  readonly entryPoint: string;
  readonly args: readonly string[];
  readonly parallel: number;
  readonly dryRun: boolean;
  readonly config: ReadonlyMap<string, string>;
  readonly configSecretKeys: readonly string[];
}

/** The arguments for node: its own, the SDK's runner, and what the runner wants to know. */
export function programArguments(
  runPath: string,
  run: RunSettings,
  options: RuntimeOptions,
): string[] {
  const named = Object.entries({
    monitor: run.monitorAddress,
    engine: run.engineAddress,
    organization: run.organization,
    project: run.project,
    "root-directory": run.rootDirectory,
    stack: run.stack,
    pwd: run.programDirectory,
    parallel: String(run.parallel),
  }).flatMap(([name, value]) => (value === "" ? [] : [`--${name}`, value]));
  const dryRun = run.dryRun ? ["--dry-run"] : [];
  return [...options.nodeargs, runPath, ...named, ...dryRun, run.entryPoint, ...run.args];
}

/** The SDK reads keys as `namespace:config:name`, the engine sends `namespace:name`. */
function configKey(key: string): string {
  const colon = key.indexOf(":");
  const [namespace, name] = [key.slice(0, colon), key.slice(colon + 1)];
  return name.startsWith("config:") ? key : `${namespace}:config:${name}`;
}

export function programEnvironment(
  run: RunSettings,
  options: RuntimeOptions,
): Record<string, string> {
  const config = Object.fromEntries([...run.config].map(([key, value]) => [configKey(key), value]));
  return {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(run.configSecretKeys),
    ...(options.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
    ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
  };
}
