import type { CheckFailure } from "../shared/provider";
import { isMap, isSecret, isUnknown } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";

const loggings = ["stdout", "stderr", "stdoutAndStderr", "none"] as const;
export type Logging = (typeof loggings)[number];

/** What runs and how, without any mark of secrecy. */
export interface Execution {
  readonly command: string;
  readonly stdin: string | undefined;
  readonly interpreter: readonly string[];
  readonly dir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly addPreviousOutputInEnv: boolean;
  readonly logging: Logging;
}

type Shape = "text" | "list of texts" | "map of texts" | "boolean" | "logging" | "anything";

const shapes: Readonly<Record<string, Shape>> = {
  create: "text",
  update: "text",
  delete: "text",
  command: "text",
  triggers: "anything",
  stdin: "text",
  logging: "logging",
  interpreter: "list of texts",
  dir: "text",
  environment: "map of texts",
  assetPaths: "list of texts",
  archivePaths: "list of texts",
  addPreviousOutputInEnv: "boolean",
};

function open(value: PropertyValue | undefined): PropertyValue {
  return (isSecret(value) ? value["value"] : value) ?? null;
}

function isText(value: PropertyValue | undefined): boolean {
  return isUnknown(value) || typeof open(value) === "string";
}

const tests: Readonly<Record<Shape, (value: PropertyValue) => boolean>> = {
  anything: () => true,
  text: isText,
  boolean: (value) => typeof value === "boolean",
  logging: (value) => loggings.some((logging) => logging === value),
  "list of texts": (value) => Array.isArray(value) && value.every(isText),
  "map of texts": (value) => isMap(value) && Object.values(value).every(isText),
};

/** What is wrong with the inputs of a command, before anything runs. */
export function checkInputs(inputs: PropertyMap): CheckFailure[] {
  return Object.entries(inputs).flatMap(([property, value]) => {
    const shape = shapes[property];
    if (property === "version" || property.startsWith("__")) return [];
    if (shape === undefined) return [{ property, reason: "is not a property of a command" }];
    if (value === null || isUnknown(value) || tests[shape](open(value))) return [];
    return [{ property, reason: `must be a ${shape}` }];
  });
}

function texts(value: PropertyValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Reads an execution out of inputs that were checked and hold no secrets any more. */
export function executionOf(command: string, inputs: PropertyMap): Execution {
  const environment = isMap(inputs["environment"]) ? inputs["environment"] : {};
  const interpreter = texts(inputs["interpreter"]);
  const stdin = inputs["stdin"];
  return {
    command,
    stdin: typeof stdin === "string" && stdin !== "" ? stdin : undefined,
    interpreter: interpreter.length > 0 ? interpreter : ["/bin/sh", "-c"],
    dir: typeof inputs["dir"] === "string" ? inputs["dir"] : process.cwd(),
    environment: Object.fromEntries(
      Object.entries(environment).map(([key, value]) => [
        key,
        typeof value === "string" ? value : "",
      ]),
    ),
    addPreviousOutputInEnv: inputs["addPreviousOutputInEnv"] !== false,
    logging: (inputs["logging"] ?? "stdoutAndStderr") as Logging,
  };
}
