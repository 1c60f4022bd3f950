import type { Connection } from "../connection";

/** An image's arguments, resolved. */
export interface ImageValues {
  readonly connection: Connection;
  readonly name: string;
  readonly build?: ImageBuildValues;
  readonly imageName?: string;
}

export interface ImageBuildValues {
  readonly context: string;
  readonly dockerfile?: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly target?: string;
  readonly platform?: string;
}
