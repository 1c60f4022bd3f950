import { argumentFields } from "../support/argumentFields";
import { CONNECTION_FIELD } from "../support/connectionFields";
import { holding } from "../support/fieldSpec";
import type { ImageValues } from "./values";

/** Every field of an Image, and those of the `build` of `docker.Image`, which get there as they are. */
export const IMAGE_FIELDS = argumentFields<ImageValues>(
  "an image",
  { code: "KECS1013" },
  {
    connection: CONNECTION_FIELD,
    name: "text!",
    imageName: "text",
    build: holding("object", {
      context: "text!",
      dockerfile: "text",
      args: "textMap",
      target: "text",
      platform: "text",
      addHosts: "texts",
      builderVersion: "text",
      cacheFrom: holding("object", { images: "texts" }),
      network: "text",
    }),
  },
);
