import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../core/connection";

/** Arguments of an Image. Give one of `build` and `imageName`. */
export interface ImageArgs {
  /** The instance that gets the image. A change brings it into the other one. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the image in the instance, once in each instance. A change gives it a new reference, which rolls the services.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /**
   * How the image is built. A change builds anew; the services roll where another image comes of it.
   *
   * @default no build: `imageName` says which image it is
   */
  readonly build?: ImageBuildArgs;
  /**
   * An image of this machine's Docker daemon, as `docker images` names it, such as `myapp:dev`. Each
   * `up` looks at what it is by then. A change imports the other image.
   *
   * @default no such image: `build` makes it
   */
  readonly imageName?: pulumi.Input<string | undefined>;
}

/** A build, shaped like `build` of `docker.Image`. */
export interface ImageBuildArgs {
  /**
   * Folder whose content the build gets, relative to the program's directory, but for what its
   * .dockerignore names. A change in one of its files builds anew.
   */
  readonly context: pulumi.Input<string>;
  /**
   * Path of the Dockerfile, relative to the program's directory.
   *
   * @default Dockerfile in the context
   */
  readonly dockerfile?: pulumi.Input<string | undefined>;
  /**
   * Values for the `ARG` lines of the Dockerfile. They stay readable in the image: no secrets.
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
