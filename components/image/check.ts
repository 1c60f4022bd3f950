import { claimName } from "../controlPlane/claimName";
import type { Issue } from "../../core/validate";
import { lookAtPath } from "../../cluster/process/lookAtPath";
import { repository } from "../../core/image/names";
import { validateImage } from "../../core/image/validate";
import type { ImageValues } from "../../core/image/values";

/** Problems with an image, alone and beside the others of the program. */
export function checkImage(values: ImageValues, path: string): Issue[] {
  // Two of one name would share a tag, and remove each other's content.
  return [...validateImage(values, path, lookAtPath), ...claimName(repository(values), path)];
}
