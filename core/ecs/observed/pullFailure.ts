import type { PodDiagnosis } from "./podDiagnosis";

/** What to do where the node cannot pull an image. */
export const OWN_IMAGE =
  "use an Image to bring an image of this machine's Docker daemon into the instance";

export function isPull({ reason = "" }: Pick<PodDiagnosis, "reason">): boolean {
  return /^(ErrImagePull|ImagePullBackOff)$/.test(reason);
}
