import { readFileSync } from "node:fs";
import { keyOf } from "../../cache/folderHash";
import { imageNames, keyLabel } from "../../imageNames";
import type { LabPaths } from "../../paths";
import { dockerEnvironment } from "../docker/dockerClient";
import type { Image, ImageName } from "./imageStep";

const release = "bookworm";

/** A Debian with some packages. */
export interface DebianImage {
  readonly name: ImageName;
  readonly packages: readonly string[];
  /** Patterns of the files that its packages leave out. */
  readonly leftOut: readonly string[];
}

const DOCUMENTATION = ["man", "doc", "locale", "info"].map((folder) => `/usr/share/${folder}/*`);

/** What the node and k3d's two helpers are made from. */
export const BASE: DebianImage = {
  name: "base",
  packages: [
    ...["nginx", "libnginx-mod-stream", "containerd", "runc", "containernetworking-plugins"],
    ...["etcd-server", "iptables", "iproute2", "conntrack", "ethtool", "openssl"],
    ...["ca-certificates", "procps", "kmod", "mount"],
  ],
  leftOut: DOCUMENTATION,
};

/** What images of applications are built from, where no registry has one. */
export const DEBIAN: DebianImage = {
  name: "debian",
  packages: ["ca-certificates", "curl", "nginx-light", "node-pg", "nodejs", "postgresql-15"],
  // PostgreSQL compiles no queries without these, and answers the same.
  leftOut: [
    ...DOCUMENTATION,
    "/usr/lib/postgresql/*/lib/bitcode/*",
    "/usr/lib/x86_64-linux-gnu/libLLVM*",
    "/usr/lib/x86_64-linux-gnu/libz3*",
  ],
};

/** mmdebstrap unpacks in a folder of its own and prints a tar; the machine's system is untouched. */
export function debianArguments(image: DebianImage, sources: string | undefined): string[] {
  return [
    ...["mmdebstrap", "--quiet", "--mode=root", "--variant=essential", "--architectures=amd64"],
    `--include=${image.packages.join(",")}`,
    '--aptopt=APT::Install-Recommends "false"',
    '--aptopt=Acquire::Retries "5"',
    ...image.leftOut.map((pattern) => `--dpkgopt=path-exclude=${pattern}`),
    release,
    "-",
    ...(sources === undefined ? [] : [sources]),
  ];
}

export function importArguments(key: string): string[] {
  const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  const changes = ["--change", `ENV ${path}`, "--change", `LABEL ${keyLabel}=${key}`];
  return ["docker", "import", ...changes, "-"];
}

export function debianImage(paths: LabPaths, image: DebianImage): Image {
  const { name } = image;
  const key = keyOf(...debianArguments(image, undefined), ...importArguments(""));
  const environment = dockerEnvironment(paths.dockerSocket);
  return {
    name,
    key,
    needs: [],
    build: async (task) => {
      const pipeTo = importArguments(key);
      const id = await task.run(debianArguments(image, machineSources()), { environment, pipeTo });
      // The name is given last, and only to a system that arrived whole.
      await task.run(["docker", "tag", id.trim(), imageNames[name]], { environment });
    },
  };
}

/** The machine's own package sources, if they are of the same release. */
function machineSources(): string | undefined {
  return ["/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list"].find((file) => {
    try {
      return readFileSync(file, "utf8").includes(release);
    } catch {
      return false;
    }
  });
}
