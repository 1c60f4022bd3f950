import { isIP } from "node:net";
import { validateBounds } from "../../../awsNames";
import { problem, type Issue } from "../../../validate";
import type { ContainerValues } from "../values/container";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html */
const CAPABILITIES = new Set(
  `ALL AUDIT_CONTROL AUDIT_WRITE BLOCK_SUSPEND CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID
   IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN
   NET_BIND_SERVICE NET_BROADCAST NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_BOOT
   SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME
   SYS_TTY_CONFIG SYSLOG WAKE_ALARM`.split(/\s+/),
);
/** Sizes in MiB; a node has no more than this. */
const SIZE = [1, 2 ** 20] as const;
const SWAPPINESS = [0, 100] as const;
/** MiB; ECS's numbers have 32 bits. */
const SWAP = [0, 2_147_483_647] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html; -1 is no limit. */
const ULIMIT = [-1, 2_147_483_647] as const;

/** Capabilities, memory folders and names of a container. */
export function validateLinux(container: ContainerValues, path: string): Issue[] {
  const linux = container.linuxParameters ?? {};
  const below = `${path}.linuxParameters`;
  return [
    ...(["add", "drop"] as const).flatMap((list) =>
      (linux.capabilities?.[list] ?? []).flatMap((name, i) =>
        CAPABILITIES.has(name)
          ? []
          : [
              problem(
                "KECS1008",
                `${below}.capabilities.${list}[${i}]`,
                `"${name}" is not a Linux capability that ECS supports`,
                'write it without "CAP_", as "NET_ADMIN"',
              ),
            ],
      ),
    ),
    ...(linux.tmpfs ?? []).flatMap(({ size }, i) =>
      validateBounds(size, SIZE, `${below}.tmpfs[${i}].size`, "MiB"),
    ),
    ...validateBounds(linux.sharedMemorySize, SIZE, `${below}.sharedMemorySize`, "MiB"),
    ...validateBounds(linux.maxSwap, SWAP, `${below}.maxSwap`, "MiB"),
    ...(container.ulimits ?? []).flatMap(({ softLimit, hardLimit }, i) => [
      ...validateBounds(softLimit, ULIMIT, `${path}.ulimits[${i}].softLimit`),
      ...validateBounds(hardLimit, ULIMIT, `${path}.ulimits[${i}].hardLimit`),
    ]),
    ...validateBounds(linux.swappiness, SWAPPINESS, `${below}.swappiness`),
    ...(container.extraHosts ?? []).flatMap(({ ipAddress }, i) =>
      validateAddress(ipAddress, `${path}.extraHosts[${i}].ipAddress`),
    ),
    ...(container.dnsServers ?? []).flatMap((server, i) =>
      validateAddress(server, `${path}.dnsServers[${i}]`),
    ),
  ];
}

function validateAddress(address: string, path: string): Issue[] {
  return isIP(address) !== 0
    ? []
    : [problem("KECS1008", path, `"${address}" is not an IP address`, 'write it as "10.0.0.1"')];
}

/** Links name containers of the same task. */
export function validateLinks(containers: readonly ContainerValues[], path: string): Issue[] {
  return containers.flatMap(({ links = [] }, i) =>
    links.flatMap((link, j) =>
      containers.some(({ name }) => name === link.split(":")[0])
        ? []
        : [
            problem(
              "KECS1008",
              `${path}[${i}].links[${j}]`,
              `"${link}" does not name a container of the task`,
              'write it as "container" or "container:alias"',
            ),
          ],
    ),
  );
}
