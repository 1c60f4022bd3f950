import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../core/connection";

/** Arguments of an Image. Give one of `build` and `imageName`. */
export interface ImageArgs {
  /** The instance that gets the image. A change imports it into the other instance. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the image in the instance, once in each instance. A change gives it a new reference,
   * which updates the services.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /**
   * How the image is built. A change builds again; the services are updated if the image changes.
   *
   * @default no build: `imageName` says which image it is
   */
  readonly build?: ImageBuildArgs;
  /**
   * An image of this machine's Docker daemon, as `docker images` names it, such as `myapp:dev`.
   * Each `up` checks which image the name stands for. A change imports the other image.
   *
   * @default none: `build` makes the image
   */
  readonly imageName?: pulumi.Input<string | undefined>;
}

/** A build, shaped like `build` of `docker.Image`. */
export interface ImageBuildArgs {
  /**
   * Folder with the files for the build, except those in its .dockerignore; relative to the
   * program's directory. A change in one of its files builds again.
   */
  readonly context: pulumi.Input<string>;
  /**
   * Path of the Dockerfile, relative to the program's directory.
   *
   * @default Dockerfile in the context
   */
  readonly dockerfile?: pulumi.Input<string | undefined>;
  /**
   * Values for the `ARG` lines of the Dockerfile. They stay readable in the image, so do not pass
   * secrets.
   *
   * @default none
   */
  readonly args?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
  /**
   * Name of the stage to build.
   *
   * @default the last one
   */
  readonly target?: pulumi.Input<string | undefined>;
  /**
   * Platform to build for, such as `linux/arm64`.
   *
   * @default that of the Docker daemon
   */
  readonly platform?: pulumi.Input<string | undefined>;
}
