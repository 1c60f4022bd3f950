import { problem, KecsError } from "../../core/validate";
import { lastLine } from "../../core/text/lastLine";
import { run } from "../process/run";
import { CLUSTER_IDENTIFIER_LABEL, serverContainer } from "../k3d/names";

/**
 * The daemon that the docker program talks to, where Pulumi's plugin would talk to another one: it
 * knows of DOCKER_HOST but not of the docker program's contexts.
 */
export async function dockerHost(): Promise<string | undefined> {
  if ((process.env["DOCKER_HOST"] ?? "") !== "") return undefined;
  const format = "{{.Name}} {{.Endpoints.docker.Host}}";
  const found = await run(["docker", "context", "inspect", "--format", format]);
  const [name, host = ""] = found.stdout.trim().split(" ");
  return found.code !== 0 || name === "default" || host === "" ? undefined : host;
}

/** The platform of the daemon, and so of the nodes; undefined where no daemon tells. */
export async function daemonPlatform(): Promise<string | undefined> {
  const found = await run(["docker", "version", "--format", "{{.Server.Os}}/{{.Server.Arch}}"]);
  return found.code === 0 ? found.stdout.trim() : undefined;
}

/** Which image a name stands for in the daemon of this machine. */
export async function imageDigest(imageName: string, path: string): Promise<string> {
  const found = await run(["docker", "image", "inspect", "--format", "{{.Id}}", imageName]);
  if (found.code === 0) return found.stdout.trim();
  const why = lastLine(found.stderr);
  const message = `this machine's Docker daemon has no image "${imageName}" (${why})`;
  const hint = `build it, or run: docker pull ${imageName}`;
  throw new KecsError([problem("KECS1026", `${path}.imageName`, message, hint)]);
}

/** Which creation of an instance's cluster is there, where another stack makes it. */
export async function importedClusterIdentifier(instance: string, path: string): Promise<string> {
  const format = `{{index .Config.Labels "${CLUSTER_IDENTIFIER_LABEL}"}}`;
  const server = serverContainer(instance);
  const found = await run(["docker", "inspect", "--type", "container", "-f", format, server]);
  const clusterIdentifier = found.stdout.trim();
  if (found.code === 0 && clusterIdentifier !== "") return clusterIdentifier;
  const isKnown = found.code === 0 || /no such (container|object)/i.test(found.stderr);
  const message = isKnown
    ? `there is no instance "${instance}" to import the image into`
    : `KECS cannot find out from Docker whether there is an instance "${instance}": ${found.stderr.trim()}`;
  throw new KecsError([problem("KECS3009", path, message, "start the instance first")]);
}
