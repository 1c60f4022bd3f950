import * as docker from "@pulumi/docker";
import { controlPlane } from "../controlPlane/controlPlane";
import { dockerHost } from "../../cluster/image/machine";

/**
 * The provider of every build of the program that the caller gave none for: it talks to the daemon
 * that the docker program talks to, so that the import finds there what was built.
 */
export function dockerProvider(): docker.Provider {
  const plane = controlPlane();
  plane.dockerProvider ??= new docker.Provider("kecs-docker", { host: dockerHost() });
  return plane.dockerProvider;
}
