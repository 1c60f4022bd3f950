import * as docker from "@pulumi/docker";
import { lookup, publish } from "../controlPlane/program";
import { dockerHost } from "../../cluster/image/machine";

const KEY = "kecs:docker";

/**
 * The provider of every build of the program that the caller gave none for: it talks to the daemon
 * that the docker program talks to, so that the import finds there what was built.
 */
export function dockerProvider(): docker.Provider {
  const present = lookup<docker.Provider>(KEY);
  if (present !== undefined) return present;
  const provider = new docker.Provider("kecs-docker", { host: dockerHost() });
  publish(KEY, provider);
  return provider;
}
