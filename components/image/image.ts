import { local } from "@pulumi/command";
import * as docker from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import { clusterName } from "../../cluster/k3d/names";
import { ownerOfProgram } from "../instance/ownerOfProgram";
import { commandLine } from "../../cluster/process/commandLine";
import { clusterIdentifierOfProgram } from "../controlPlane/instances";
import { claimRepository } from "../controlPlane/claims";
import { dependingOn, withDefault } from "../inputs/inputs";
import { refuseNoArguments } from "../base/givenArguments";
import { IMAGE_FIELDS } from "../../core/image/fields";
import { validatedArguments } from "../base/validated";
import { digest } from "../../core/naming";
import { soundProgram } from "../controlPlane/program";
import type { ImageArgs } from "./args";
import {
  daemonPlatform,
  importedClusterIdentifier,
  imageDigest,
} from "../../cluster/image/machine";
import { buildTag, dockerfileOf, imageRef, repository } from "../../core/image/names";
import { dockerProvider } from "./provider";
import { IMPORT_SCRIPT, REMOVE_SCRIPT } from "../../cluster/image/scripts";
import { lookAtPath } from "../../cluster/files/lookAtPath";
import { validateImage } from "../../core/image/validate";
import type { ImageValues } from "../../core/image/values";

/**
 * An image that tasks of the instance can run: built from a folder with a Dockerfile, or one of
 * this machine's Docker daemon. Nothing is built, imported or restarted while its content does not
 * change.
 *
 * @example
 * const web = new Image("web", { connection, build: { context: "./web" } }, instance.options);
 * const containerDefinitions = [{ name: "web", image: web.ref }];
 */
export class Image extends pulumi.ComponentResource {
  /**
   * The reference to use as a container's `image`. It identifies the content, so changed content
   * updates the services. Known in the preview if the image does not change.
   */
  readonly ref: pulumi.Output<string>;
  /** The image's digest in the Docker daemon of this machine, `sha256:…`. */
  readonly digest: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    /** Absent where `imageName` names an image. */
    readonly build: docker.Image | undefined;
    readonly import: local.Command;
  };

  constructor(name: string, args: ImageArgs, opts?: pulumi.ComponentResourceOptions) {
    const path = `Image("${name}")`;
    refuseNoArguments(args, "connection", path);
    super("kecs:ecs:Image", name, {}, opts);
    const resolved = validatedArguments<ImageValues>(
      { ...args, name: withDefault(args.name, name) },
      { fields: IMAGE_FIELDS, path },
      (values) => validateImage(values, path, lookAtPath),
      // Two of one name would share a tag, and remove each other's content.
      (values) => claimRepository(repository(values), path),
    );
    const clusterIdentifier = resolved.apply(({ connection: { instance } }) =>
      clusterIdentifierOfProgram(instance, path).apply(async (own) => {
        await soundProgram();
        return own ?? importedClusterIdentifier(instance, path);
      }),
    );
    const facts = pulumi.all([resolved, clusterIdentifier]);
    const source = facts.apply(([of, current]) => of.imageName ?? buildTag(of, current));
    const build = args.build === undefined ? undefined : this.build(name, resolved, source);
    this.digest =
      build?.repoDigest ?? facts.apply(([{ imageName = "" }]) => imageDigest(imageName, path));
    const ref = pulumi.all([resolved, this.digest]).apply(([of, digest]) => imageRef(of, digest));
    const command = new local.Command(
      `${name}-import`,
      {
        create: commandLine("KECS_IMPORT_IMAGE"),
        delete: commandLine("KECS_REMOVE_IMAGE"),
        environment: {
          KECS_IMPORT_IMAGE: IMPORT_SCRIPT,
          KECS_REMOVE_IMAGE: REMOVE_SCRIPT,
          KECS_CLUSTER: resolved.apply(({ connection }) => clusterName(connection.instance)),
          KECS_EPOCH: clusterIdentifier,
          KECS_SOURCE: source,
          KECS_DIGEST: this.digest,
          KECS_REF: ref,
          KECS_IMPORTER: digest(ownerOfProgram(), 16),
        },
        // Create first: the old content goes when no service names it any more.
        triggers: [clusterIdentifier, ref],
        logging: local.Logging.None,
        addPreviousOutputInEnv: false,
      },
      { parent: this, customTimeouts: { create: "15m", update: "15m", delete: "5m" } },
    );
    this.ref = dependingOn(ref, [command]);
    this.nodes = { build, import: command };
    this.registerOutputs({ ref: this.ref, digest: this.digest });
  }

  private build(
    name: string,
    resolved: pulumi.Output<ImageValues>,
    imageName: pulumi.Output<string>,
  ): docker.Image {
    const build = resolved.apply(async ({ build: of }) =>
      of === undefined
        ? undefined
        : {
            ...of,
            dockerfile: dockerfileOf(of),
            platform: of.platform ?? (await daemonPlatform()),
          },
    );
    const given = this.getProvider("docker:index/image:Image");
    return new docker.Image(
      name,
      { build, imageName, skipPush: true },
      { parent: this, ...(given === undefined ? { provider: dockerProvider() } : {}) },
    );
  }
}
