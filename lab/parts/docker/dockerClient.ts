import { runCommand } from "../../run/command";

/** The environment in which the `docker` client talks to the lab's socket. */
export function dockerEnvironment(socket: string): Record<string, string> {
  // Debian's Docker has no buildx; the images need nothing that the old builder cannot do.
  return { DOCKER_HOST: `unix://${socket}`, DOCKER_BUILDKIT: "0" };
}

const PATIENCE_MS = 5_000;

/** Whether the daemon answers within five seconds. */
export async function daemonAnswers(socket: string): Promise<boolean> {
  const answer = await runCommand(["docker", "version", "--format", "{{.Server.Version}}"], {
    environment: dockerEnvironment(socket),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => "");
  return answer.trim() !== "";
}
