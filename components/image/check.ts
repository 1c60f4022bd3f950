import { claimName } from "../internal/claimName";
import type { Issue } from "../internal/errors";
import { lookAtPath } from "../internal/lookAtPath";
import { repository } from "./names";
import { validateImage } from "./validate";
import type { ImageValues } from "./values";

/** Problems with an image, alone and beside the others of the program. */
export function checkImage(values: ImageValues, path: string): Issue[] {
  // Two of one name would share a tag, and remove each other's content.
  return [...validateImage(values, path, lookAtPath), ...claimName(repository(values), path)];
}
