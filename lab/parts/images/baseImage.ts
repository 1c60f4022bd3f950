import { readFileSync } from "node:fs";
import { keyOf } from "../../cache/folderHash";
import { imageNames, keyLabel } from "../../imageNames";
import type { LabPaths } from "../../paths";
import { dockerEnvironment } from "../docker/dockerClient";
import type { Image } from "./imageStep";

const release = "bookworm";

const packages = [
  ...["nginx", "libnginx-mod-stream", "containerd", "runc", "containernetworking-plugins"],
  ...["etcd-server", "iptables", "iproute2", "conntrack", "ethtool", "openssl"],
  ...["ca-certificates", "procps", "kmod", "mount"],
];

/** mmdebstrap unpacks in a folder of its own and prints a tar; the machine's system is untouched. */
export function debianArguments(sources: string | undefined): string[] {
  const leftOut = ["man", "doc", "locale", "info"].map(
    (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
  );
  return [
    ...["mmdebstrap", "--quiet", "--mode=root", "--variant=essential", "--architectures=amd64"],
    `--include=${packages.join(",")}`,
    '--aptopt=APT::Install-Recommends "false"',
    '--aptopt=Acquire::Retries "5"',
    ...leftOut,
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

/** A small Debian that the node and k3d's two helpers are made from. */
export function baseImage(paths: LabPaths): Image {
  const key = keyOf(...debianArguments(undefined), ...importArguments(""));
  const environment = dockerEnvironment(paths.dockerSocket);
  return {
    name: "base",
    key,
    needs: [],
    build: async (task) => {
      const pipeTo = importArguments(key);
      const id = await task.run(debianArguments(machineSources()), { environment, pipeTo });
      // The name is given last, and only to a system that arrived whole.
      await task.run(["docker", "tag", id.trim(), imageNames.base], { environment });
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
