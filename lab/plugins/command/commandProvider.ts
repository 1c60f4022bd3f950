import { randomBytes } from "node:crypto";

import type { EngineLog } from "../shared/engineLog";
import { revealMap } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";
import { diffMaps } from "../shared/propertyDiff";
import { parsePath } from "../shared/propertyPath";
import { nameOf, typeOf } from "../shared/provider";
import type * as request from "../shared/provider";
import { NotSupportedError } from "../shared/unary";

import { checkInputs, executionOf } from "./inputs";
import { outputsOf, previewOfCreate, previewOfUpdate, previousOutput } from "./outputs";
import { CommandRunner } from "./runCommand";
import type { CommandOutput } from "./runCommand";

const nothing: CommandOutput = { stdout: "", stderr: "" };

/** Stands in for pulumi-resource-command v1.2.1: `local.Command` and `local.run`. */
export class CommandProvider implements request.Provider {
  readonly name = "command";
  readonly version = "1.2.1";
  readonly #runner = new CommandRunner();

  constructor(private readonly log: EngineLog) {}

  async checkConfig({ news }: request.CheckRequest): Promise<request.CheckResult> {
    return Promise.resolve({ inputs: news });
  }

  async diffConfig(): Promise<request.DiffResult> {
    return Promise.resolve({ changes: [], deleteBeforeReplace: false });
  }

  async configure(): Promise<void> {
    // Nothing about commands can be configured.
  }

  async check({ urn, news }: request.CheckRequest): Promise<request.CheckResult> {
    const type = typeOf(urn);
    if (type !== "command:local:Command") throw new NotSupportedError(this.name, type);
    return Promise.resolve({ inputs: news, failures: checkInputs(news) });
  }

  async diff(diff: request.DiffRequest): Promise<request.DiffResult> {
    const ignored = new Set(diff.ignoreChanges.map((path) => parsePath(path)[0]));
    const isInput = (name: string): boolean =>
      !ignored.has(name) && name !== "version" && !name.startsWith("__");
    const pick = (map: PropertyMap): PropertyMap =>
      Object.fromEntries(Object.entries(map).filter(([name]) => isInput(name)));
    const changes = diffMaps(pick(diff.oldInputs), pick(diff.news)).map((change) => ({
      ...change,
      // Changes within the triggers replace by a resource option that the SDK sets.
      replace: change.path.length === 1 && change.path[0] === "triggers",
    }));
    return Promise.resolve({ changes, deleteBeforeReplace: false });
  }

  async create({ urn, inputs, preview }: request.CreateRequest): Promise<request.CreateResult> {
    const id = nameOf(urn) + randomBytes(4).toString("hex");
    if (preview) return { id, outputs: previewOfCreate(inputs) };
    const printed = await this.#run(urn, inputs["create"], inputs, nothing);
    return { id, outputs: outputsOf(inputs, printed) };
  }

  async read({ id, properties, inputs }: request.ReadRequest): Promise<request.ReadResult> {
    return Promise.resolve({ id, properties, inputs });
  }

  async update({ urn, olds, news, preview }: request.UpdateRequest): Promise<PropertyMap> {
    if (preview) return previewOfUpdate(olds, news);
    const command = news["update"] ?? news["create"];
    return outputsOf(news, await this.#run(urn, command, news, previousOutput(olds)));
  }

  async delete({ urn, properties }: request.DeleteRequest): Promise<void> {
    await this.#run(urn, properties["delete"], properties, previousOutput(properties));
  }

  async invoke(token: string, args: PropertyMap): Promise<request.InvokeResult> {
    if (token !== "command:local:run") throw new NotSupportedError(this.name, token);
    const failures = checkInputs(args);
    if (failures.length > 0) return { result: {}, failures };
    const printed = await this.#run("", args["command"], args, nothing);
    return { result: outputsOf(args, printed) };
  }

  cancel(): void {
    this.#runner.endAll();
  }

  async #run(
    urn: string,
    command: PropertyMap[string] | undefined,
    inputs: PropertyMap,
    previous: CommandOutput,
  ): Promise<CommandOutput> {
    const plain = revealMap({ ...inputs, command: command ?? null });
    if (typeof plain["command"] !== "string") return previous;
    for (const property of ["assetPaths", "archivePaths"]) {
      if (plain[property] !== undefined) throw new NotSupportedError(this.name, property);
    }
    const execution = executionOf(plain["command"], plain);
    const printed = await this.#runner.run(execution, previous, (line) => {
      this.log.status("info", urn, line);
    });
    await this.log.flush();
    return printed;
  }
}
