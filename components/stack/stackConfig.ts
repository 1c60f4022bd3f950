import { problem, throwIfErrors, type Issue } from "../../core/validate";
import { validateInstance, type InstanceArgs } from "../../cluster/machine/settings";
import { KEYS, NAMESPACE, VARIABLES, type Key } from "./keys";
import { closest } from "../../core/text/closest";

/** A stack's configuration, read and checked. */
export interface StackConfig {
  readonly instance: InstanceArgs;
  readonly sample: SampleConfig;
  /** The local port of the AWS API; absent where KECS chooses it. */
  readonly apiPort?: number;
}

export interface SampleConfig {
  /** Whether the stack has the sample application. */
  readonly enabled: boolean;
  readonly image: string;
  /** Listener ports of its load balancer, ascending. */
  readonly listeners: readonly number[];
}

export const DEFAULT_SAMPLE_IMAGE = "traefik/whoami:v1.11.0";
const DEFAULT_SAMPLE_LISTENERS = [80];
const AUTO = "auto";

/**
 * Reads a stack's configuration; throws one KecsError with every problem of it.
 *
 * @param raw every value by its full key, such as `kecs:httpPort`; keys of other namespaces pass
 * @param variables the environment; it wins over the stack's file
 */
export function readStackConfig(
  raw: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string | undefined>>,
): StackConfig {
  const issues = unknownKeys(raw);
  const text = (key: Key): Setting | undefined => settingOf(key, raw, variables);
  const number = (key: Key): number | undefined => readNumber(text(key), issues);

  const instanceName = text("instance")?.value ?? "";
  if (instanceName === "") {
    issues.push(
      problem(
        "KECS1009",
        `${NAMESPACE}:instance`,
        "the stack does not name its instance",
        "run: pulumi config set kecs:instance <name>",
      ),
    );
  }
  const instance: InstanceArgs = defined({
    instanceName,
    httpPort: readPort(text("httpPort"), issues),
    httpsPort: readPort(text("httpsPort"), issues),
    portRangeStart: number("portRangeStart"),
    portRangeEnd: number("portRangeEnd"),
    bindAddress: text("bindAddress")?.value,
    agents: number("agents"),
    hostPaths: readTexts(text("hostPaths")),
    k3sImage: text("k3sImage")?.value,
    traefikImage: text("traefikImage")?.value,
    region: text("region")?.value,
    accountId: text("accountId")?.value,
    takeOver: text("takeOver")?.value,
  });
  const sample: SampleConfig = {
    enabled: readBoolean(text("sample"), issues) ?? false,
    image: text("sampleImage")?.value ?? DEFAULT_SAMPLE_IMAGE,
    listeners: readPorts(text("sampleListeners"), issues) ?? DEFAULT_SAMPLE_LISTENERS,
  };
  const apiPort = readFixedPort(text("apiPort"), issues);
  const reported = new Set(issues.map(({ path }) => path));
  const rules = named(validateInstance(instance, NAMESPACE), raw, variables);
  throwIfErrors([...issues, ...rules.filter(({ path }) => !reported.has(path))]);
  return { instance, sample, ...(apiPort === undefined ? {} : { apiPort }) };
}

/** A text with the place that it came from. */
interface Setting {
  readonly value: string;
  readonly from: string;
}

function settingOf(
  key: Key,
  raw: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string | undefined>>,
): Setting | undefined {
  const variable = VARIABLES[key];
  const override = variable === undefined ? undefined : variables[variable];
  if (variable !== undefined && override !== undefined && override !== "") {
    return { value: override, from: variable };
  }
  const value = raw[`${NAMESPACE}:${key}`];
  return value === undefined ? undefined : { value, from: `${NAMESPACE}:${key}` };
}

function unknownKeys(raw: Readonly<Record<string, string>>): Issue[] {
  return Object.keys(raw)
    .filter((full) => full.startsWith(`${NAMESPACE}:`))
    .map((full) => full.slice(NAMESPACE.length + 1))
    .filter((key) => !Object.hasOwn(KEYS, key))
    .map((key) => {
      const near = closest(key, Object.keys(KEYS));
      return problem(
        "KECS1014",
        `${NAMESPACE}:${key}`,
        `there is no such setting`,
        near === undefined
          ? `the settings are ${Object.keys(KEYS).join(", ")}`
          : `did you mean ${NAMESPACE}:${near}?`,
      );
    });
}

/** Paths as the user knows them: `kecs:<key>`, or the variable that the value came from. */
function named(
  issues: readonly Issue[],
  raw: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string | undefined>>,
): Issue[] {
  return issues.map((issue) => {
    const field = issue.path.slice(NAMESPACE.length + 1);
    const key = (field === "instanceName" ? "instance" : field.replace(/\[\d+\]$/, "")) as Key;
    return { ...issue, path: settingOf(key, raw, variables)?.from ?? `${NAMESPACE}:${key}` };
  });
}

function readNumber(setting: Setting | undefined, issues: Issue[]): number | undefined {
  if (setting === undefined) return undefined;
  if (/^-?\d+$/.test(setting.value.trim())) return Number(setting.value);
  issues.push(
    problem(
      "KECS1008",
      setting.from,
      `"${setting.value}" is not a whole number`,
      "write it in digits",
    ),
  );
  return undefined;
}

function readPort(setting: Setting | undefined, issues: Issue[]): number | undefined {
  if (setting === undefined) return undefined;
  // What cannot be read claims no port, so that no second problem is made of it.
  return setting.value === AUTO ? 0 : (readNumber(setting, issues) ?? 0);
}

function readFixedPort(setting: Setting | undefined, issues: Issue[]): number | undefined {
  const port = readNumber(setting, issues);
  if (setting === undefined || port === undefined || (port >= 1 && port <= 65535)) return port;
  issues.push(
    problem(
      "KECS1002",
      setting.from,
      `"${port}" is not a port: a whole number from 1 to 65535`,
      "set it to a free port, or remove it",
    ),
  );
  return undefined;
}

function readPorts(setting: Setting | undefined, issues: Issue[]): number[] | undefined {
  if (setting === undefined) return undefined;
  const ports = setting.value.split(",").map((part) => part.trim());
  if (ports.every((port) => /^\d+$/.test(port))) {
    return [...new Set(ports.map(Number))].sort((a, b) => a - b);
  }
  issues.push(
    problem(
      "KECS1008",
      setting.from,
      `"${setting.value}" is not a list of ports`,
      'separate them with commas, as in "80,8081"',
    ),
  );
  return undefined;
}

function readTexts(setting: Setting | undefined): string[] | undefined {
  return setting?.value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function readBoolean(setting: Setting | undefined, issues: Issue[]): boolean | undefined {
  if (setting === undefined) return undefined;
  if (setting.value === "true" || setting.value === "false") return setting.value === "true";
  issues.push(
    problem(
      "KECS1008",
      setting.from,
      `"${setting.value}" is not true or false`,
      "use true or false",
    ),
  );
  return undefined;
}

/** The object without the fields that are undefined. */
function defined(args: {
  [Key in keyof InstanceArgs]: InstanceArgs[Key] | undefined;
}): InstanceArgs {
  return Object.fromEntries(
    Object.entries(args).filter(([, value]) => value !== undefined),
  ) as unknown as InstanceArgs;
}
