import { instanceName, validateInstanceName, type InstanceName } from "../../core/instanceName";
import { RANGE_VARIABLES } from "../../core/ports/range";
import { KecsError, problem, throwIfErrors } from "../../core/validate";
import { shellQuote } from "../../core/text/shellQuote";
import { readStackConfig } from "../../components/stack/stackConfig";
import type { Io } from "../io";
import { chooseStack, fileName, type StackOptions } from "./chooseStack";
import { newStackConfig, type PortRangeOption } from "./newStack";
import { findProject, type Project } from "./project";
import { stackFiles } from "./stackFile";

/** The stack that a command is for. */
export interface SelectedStack {
  readonly project: Project;
  readonly stack: string;
  readonly instance: InstanceName;
  /** Its configuration; that of the file to come where it is new. */
  readonly config: Readonly<Record<string, string>>;
  /** Whether the project has no file of it yet. */
  readonly isNew: boolean;
  /** The variables that a new stack's range came from: the next shell need not have them. */
  readonly rangeFrom?: readonly string[];
}

/** What the command line says of a new instance. */
export interface NewStackOptions {
  readonly httpPort?: string;
  readonly httpsPort?: string;
  readonly range?: string;
  /** False where a new stack is to have no sample application. */
  readonly sample?: boolean;
}

/** What decides about the stack of a command. */
interface Selection {
  readonly io: Pick<Io, "cwd" | "env">;
  readonly options: StackOptions & NewStackOptions;
  readonly packageFolder: string;
}

const INSTANCE = "kecs:instance";

export function selectStack({ io, options, packageFolder }: Selection): SelectedStack {
  const project = findProject(io.cwd, packageFolder);
  const files = stackFiles(project);
  const known = files.map(({ stack, config }) => ({ stack, instance: config[INSTANCE] }));
  const choice = chooseStack(options, known);
  const asked = askedConfig(options);
  if (choice.kind === "new") {
    const { stack } = choice;
    const instance = instanceName(choice.instance, "--instance");
    const { httpPort, httpsPort, range, sample } = options;
    const ofVariables = range === undefined ? rangeOfVariables(io.env) : undefined;
    const ports = portRange(range) ?? ofVariables;
    const config = newStackConfig({ instance, httpPort, httpsPort, range: ports, sample });
    const rangeFrom =
      ofVariables === undefined ? {} : { rangeFrom: Object.values(RANGE_VARIABLES) };
    return { project, stack, instance, config, isNew: true, ...rangeFrom };
  }
  const file = files.find(({ stack }) => stack === fileName(choice.stack));
  const config = file?.config ?? {};
  throwIfErrors(
    Object.entries(asked)
      .filter(([key, value]) => config[key] !== value)
      .map(([key, value]) =>
        problem(
          "KECS4001",
          key,
          `stack "${choice.stack}" has "${config[key] ?? "the default"}" here, not "${value}"`,
          `change it: pulumi config set --stack ${choice.stack} ${key} ${shellQuote(value)}`,
        ),
      ),
  );
  const instance = configuredInstance(config, choice.stack, io.env);
  return { project, stack: choice.stack, instance, config, isNew: false };
}

/** No command goes on without it: what it removes and whom it asks hangs on this name. */
function configuredInstance(
  config: Readonly<Record<string, string>>,
  stack: string,
  env: NodeJS.ProcessEnv,
): InstanceName {
  const configured = config[INSTANCE] ?? "";
  if (configured !== "") {
    // Reading it all tells every mistake of the configuration at once.
    if (validateInstanceName(configured, INSTANCE).length > 0) readStackConfig(config, env);
    return instanceName(configured, INSTANCE);
  }
  throw new KecsError([
    problem(
      "KECS1009",
      INSTANCE,
      `stack "${stack}" does not name its instance`,
      `run: pulumi config set ${INSTANCE} <name> --stack ${stack}`,
    ),
  ]);
}

/** The stack of a command that needs it to be there. */
export function selectExistingStack(selection: Selection): SelectedStack {
  const selected = selectStack(selection);
  if (!selected.isNew) return selected;
  throw new KecsError([
    problem(
      "KECS4002",
      "--instance",
      `no stack has the instance "${selected.instance}"`,
      `make it: kecs start --instance ${selected.instance}`,
    ),
  ]);
}

function askedConfig({
  httpPort,
  httpsPort,
  range,
  sample,
}: NewStackOptions): Record<string, string> {
  const ports = portRange(range);
  return {
    ...(httpPort === undefined ? {} : { "kecs:httpPort": httpPort }),
    ...(httpsPort === undefined ? {} : { "kecs:httpsPort": httpsPort }),
    ...(ports === undefined
      ? {}
      : { "kecs:portRangeStart": ports.start, "kecs:portRangeEnd": ports.end }),
    ...(sample === false ? { "kecs:sample": "false" } : {}),
  };
}

/** A range out of both variables; what is none is reported when the configuration is read. */
function rangeOfVariables(env: NodeJS.ProcessEnv): PortRangeOption | undefined {
  const [start = "", end = ""] = Object.values(RANGE_VARIABLES).map((name) => env[name]?.trim());
  return /^\d+$/.test(start) && /^\d+$/.test(end) ? { start, end } : undefined;
}

function portRange(text: string | undefined): PortRangeOption | undefined {
  if (text === undefined) return undefined;
  const [, start, end] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  if (start !== undefined && end !== undefined) return { start, end };
  throw new KecsError([
    problem("KECS4001", "--range", `"${text}" is not a range`, "write it as 9000-9099"),
  ]);
}
