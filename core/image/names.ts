import { join } from "node:path";
import { kubernetesName } from "../naming";
import type { ImageBuildValues, ImageValues } from "./values";

const REGISTRY = "kecs.local";
const DIGITS = 12;

/** The repository of an image: no registry has this host, so nothing is ever pulled for it. */
export function repository({ connection, name }: Pick<ImageValues, "connection" | "name">): string {
  return `${REGISTRY}/${kubernetesName(connection.instance)}/${kubernetesName(name)}`;
}

/**
 * What a build is called in the host's daemon. A new creation of the cluster is another name and so
 * another build, which makes sure that there is something to import; the builder has it cached.
 */
export function buildTag(of: ImageValues, clusterIdentifier: string): string {
  return `${repository(of)}:${clusterIdentifier}`;
}

/** What containers name as their image: another content is another reference. */
export function imageRef(of: ImageValues, digest: string): string {
  const [algorithm = "", hash = ""] = digest.split(":");
  return `${repository(of)}:${algorithm}-${hash.slice(0, DIGITS)}`;
}

export function dockerfileOf(build: ImageBuildValues): string {
  return build.dockerfile ?? join(build.context, "Dockerfile");
}
