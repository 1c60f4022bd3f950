import { parseJson } from "../../core/validate/parseJson";
import { run } from "../process/run";
import { unknownContainer } from "./nodeFile";

/** A container of a cluster, as far as KECS reads what Docker tells of it. */
export type Container = Awaited<ReturnType<typeof inspectContainers>>[number];

/**
 * Those of two containers that there are.
 *
 * @throws KecsError KECS3004 where Docker does not tell: what is unknown is not gone
 */
export async function inspectContainers(server: string, balancer: string) {
  const argv = ["docker", "inspect", "--type", "container", server, balancer];
  // Loaded while Docker answers, for it takes longer.
  const [inspected, { z }] = await Promise.all([run(argv), import("zod")]);
  const { code, stdout, stderr } = inspected;
  // Docker exits with 1 when one of the two is missing, and still prints the other.
  if (code !== 0 && !/no such (container|object)/i.test(stderr)) {
    throw unknownContainer(server, inspected);
  }
  const port = z.object({ HostIp: z.string(), HostPort: z.string() });
  const bindings = z.record(z.string(), z.array(port).nullable()).nullable();
  const container = z.object({
    Name: z.string(),
    Config: z.object({ Image: z.string(), Labels: z.record(z.string(), z.string()) }),
    State: z.object({ Running: z.boolean(), Paused: z.boolean().optional() }),
    HostConfig: z.object({ PortBindings: bindings, Binds: z.array(z.string()).nullable() }),
    NetworkSettings: z.object({ Ports: bindings }),
  });
  const read = z.array(container).safeParse(parseJson(stdout === "" ? "[]" : stdout, "docker"));
  if (read.success) return read.data;
  const path = z.core.toDotPath(read.error.issues[0]?.path ?? []);
  throw unknownContainer(server, {
    ...inspected,
    stderr: `its answer has another form at ${path}`,
  });
}
