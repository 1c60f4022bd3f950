import path from "node:path";

import type { EngineLog } from "../shared/engineLog";
import { revealMap, secret } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";
import { diffMaps } from "../shared/propertyDiff";
import { typeOf } from "../shared/provider";
import type * as request from "../shared/provider";
import { NotSupportedError } from "../shared/unary";

import { BuildMessages } from "./buildMessages";
import { contextArchive } from "./contextArchive";
import { Daemon } from "./daemon";
import { buildOf, buildsInPreview, checkedInputs } from "./inputs";

const defaultHost = "unix:///var/run/docker.sock";

/** Stands in for pulumi-resource-docker v5.2.0: `docker.Image` that is not pushed. */
export class DockerProvider implements request.Provider {
  readonly name = "docker";
  readonly version = "5.2.0";
  #host = defaultHost;

  constructor(private readonly log: EngineLog) {}

  async checkConfig({ news }: request.CheckRequest): Promise<request.CheckResult> {
    return Promise.resolve({ inputs: news });
  }

  async diffConfig({ oldInputs, news }: request.DiffRequest): Promise<request.DiffResult> {
    return Promise.resolve({ changes: diffMaps(oldInputs, news), deleteBeforeReplace: false });
  }

  async configure({ args, variables }: request.ConfigureRequest): Promise<void> {
    const configured = revealMap(args)["host"] ?? variables.get("docker:config:host");
    this.#host =
      typeof configured === "string" ? configured : (process.env["DOCKER_HOST"] ?? defaultHost);
    return Promise.resolve();
  }

  async check({ urn, news }: request.CheckRequest): Promise<request.CheckResult> {
    const type = typeOf(urn);
    if (type !== "docker:index/image:Image") throw new NotSupportedError(this.name, type);
    return Promise.resolve({ inputs: checkedInputs(news) });
  }

  /** Any change builds anew, in place; the real provider tells of it by the outermost names. */
  async diff({ oldInputs, news }: request.DiffRequest): Promise<request.DiffResult> {
    const outermost = new Map(
      diffMaps(oldInputs, news).map((change) => [change.path[0], change] as const),
    );
    const changes = [...outermost.values()].map(({ path: [name = ""], kind, replace }) => ({
      path: [name],
      kind: oldInputs[name] === undefined || news[name] === undefined ? kind : ("update" as const),
      replace,
    }));
    return Promise.resolve({ changes, deleteBeforeReplace: false });
  }

  async create({ urn, inputs, preview }: request.CreateRequest): Promise<request.CreateResult> {
    if (preview && !buildsInPreview(inputs)) return { id: "", outputs: inputs };
    const outputs = await this.#build(urn, inputs);
    return { id: buildOf(inputs).imageName, outputs };
  }

  async read({ id, properties, inputs }: request.ReadRequest): Promise<request.ReadResult> {
    return Promise.resolve({ id, properties, inputs });
  }

  async update({ urn, news, preview }: request.UpdateRequest): Promise<PropertyMap> {
    if (preview && !buildsInPreview(news)) return news;
    return this.#build(urn, news);
  }

  async delete(): Promise<void> {
    // The real provider, too, leaves the image where it is.
  }

  async invoke(token: string): Promise<request.InvokeResult> {
    return Promise.reject(new NotSupportedError(this.name, token));
  }

  cancel(): void {
    // The daemon ends a build when the connection of this process is gone.
  }

  async #build(urn: string, inputs: PropertyMap): Promise<PropertyMap> {
    const build = buildOf(inputs);
    const daemon = new Daemon(this.#host);
    const messages = new BuildMessages((line) => {
      this.log.status("info", urn, line);
    });
    const archive = contextArchive(build.context, build.dockerfile);
    if (archive.unignored.length > 0) {
      this.log.report("warning", urn, unignoredWarning(archive.unignored));
    }
    try {
      await daemon.build(
        {
          version: build.version,
          t: build.imageName,
          dockerfile: archive.dockerfile,
          platform: build.platform,
          buildargs: JSON.stringify(build.args),
          ...(build.target === undefined ? {} : { target: build.target }),
        },
        archive.tar,
        (line) => {
          messages.add(line);
        },
      );
    } finally {
      archive.dispose();
      await this.log.flush();
    }
    messages.id();
    return {
      dockerfile: path.relative(build.context, build.dockerfile),
      context: build.context,
      baseImageName: build.imageName,
      registryServer: "",
      imageName: build.imageName,
      platform: build.platform,
      repoDigest: await daemon.imageId(build.imageName),
      __inputs: secret(inputs),
    };
  }
}

/** The real provider warns of it as well. */
function unignoredWarning(names: readonly string[]): string {
  return (
    `the build needs ${names.join(" and ")}, though an ignore file names them: ` +
    "they go along with the context, and COPY of a whole folder copies them"
  );
}
