import { join } from "node:path";
import type { AuthorityFacts } from "./authorityFacts";

/* The command lines that change what this machine trusts; made here and nowhere else. */

/** How a system keeps the authorities that it trusts. */
export type SystemStore = "debian" | "p11-kit" | "macos";

/** What of a machine decides about the command lines. */
export interface TrustMachine {
  /** Absent where none is known here. */
  readonly system?: SystemStore;
  /** Whether to ask sudo, not being root. */
  readonly sudo: boolean;
  readonly home: string;
  /** Folders with a database of Firefox or Chrome; none where there is no certutil. */
  readonly nssFolders: readonly string[];
}

const DEBIAN_FOLDER = "/usr/local/share/ca-certificates";

/** The file that update-ca-certificates takes the authority from. */
export function debianFile({ id }: AuthorityFacts): string {
  return `${DEBIAN_FOLDER}/kecs-${id}.crt`;
}

export function installCommands(facts: AuthorityFacts, machine: TrustMachine): string[][] {
  const system: Record<SystemStore, string[][]> = {
    debian: [
      ["install", "-D", "-m", "0644", facts.file, debianFile(facts)],
      ["update-ca-certificates"],
    ],
    "p11-kit": [["trust", "anchor", "--store", facts.file]],
    macos: [
      [
        ...["security", "add-trusted-cert", "-r", "trustRoot", "-p", "ssl"],
        ...["-k", keychain(machine), facts.file],
      ],
    ],
  };
  return [
    ...asAdministrator(system, machine),
    ...machine.nssFolders.map((folder) => [
      ...["certutil", "-d", `sql:${folder}`, "-A", "-t", "C,,"],
      ...["-n", nickname(facts), "-i", facts.file],
    ]),
  ];
}

export function uninstallCommands(facts: AuthorityFacts, machine: TrustMachine): string[][] {
  const system: Record<SystemStore, string[][]> = {
    debian: [
      ["rm", "-f", debianFile(facts)],
      ["update-ca-certificates", "--fresh"],
    ],
    "p11-kit": [["trust", "anchor", "--remove", facts.file]],
    macos: [["security", "delete-certificate", "-t", "-Z", facts.sha1, keychain(machine)]],
  };
  return [
    ...asAdministrator(system, machine),
    ...machine.nssFolders.map((folder) => [
      ...["certutil", "-d", `sql:${folder}`, "-D", "-n", nickname(facts)],
    ]),
  ];
}

/** Whether a database of Firefox or Chrome has it: ends with 0 where it does. */
export function nssLookup(facts: AuthorityFacts, folder: string): string[] {
  return ["certutil", "-d", `sql:${folder}`, "-L", "-n", nickname(facts)];
}

/** A keychain of macOS belongs to its user; the other stores to the administrator. */
function asAdministrator(
  commands: Readonly<Record<SystemStore, string[][]>>,
  { system, sudo }: TrustMachine,
): string[][] {
  if (system === undefined) return [];
  const needsSudo = sudo && system !== "macos";
  return commands[system].map((argv) => (needsSudo ? ["sudo", ...argv] : argv));
}

function keychain({ home }: TrustMachine): string {
  return join(home, "Library", "Keychains", "login.keychain-db");
}

function nickname({ id }: AuthorityFacts): string {
  return `KECS local CA ${id}`;
}
