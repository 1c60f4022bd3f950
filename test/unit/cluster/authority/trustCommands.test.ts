import {
  installCommands,
  nssLookup,
  uninstallCommands,
  type TrustMachine,
} from "../../../../cluster/authority/trustCommands";
import { shellQuote } from "../../../../core/text/shellQuote";

const FACTS = {
  file: "/home/ann/.local/share/kecs/ca/ca.pem",
  name: "KECS local CA ann@box",
  fingerprint: "01:23:45:67:89:AB",
  sha1: "AABBCC",
  id: "01234567",
  expires: "2036-01-02T03:04:05.000Z",
};
const commandText = (argv: readonly string[]) => argv.map(shellQuote).join(" ");
const MACHINE: TrustMachine = { sudo: false, home: "/home/ann", nssFolders: [] };
const FILE = FACTS.file;
const CRT = "/usr/local/share/ca-certificates/kecs-01234567.crt";
const KEYCHAIN = "/home/ann/Library/Keychains/login.keychain-db";
const DATABASE = "/home/ann/.pki/nssdb";

test.each<[string, Partial<TrustMachine>, string[], string[]]>([
  [
    "Debian as root",
    { system: "debian" },
    [`install -D -m 0644 ${FILE} ${CRT}`, "update-ca-certificates"],
    [`rm -f ${CRT}`, "update-ca-certificates --fresh"],
  ],
  [
    "Debian",
    { system: "debian", sudo: true },
    [`sudo install -D -m 0644 ${FILE} ${CRT}`, "sudo update-ca-certificates"],
    [`sudo rm -f ${CRT}`, "sudo update-ca-certificates --fresh"],
  ],
  [
    "Fedora",
    { system: "p11-kit", sudo: true },
    [`sudo trust anchor --store ${FILE}`],
    [`sudo trust anchor --remove ${FILE}`],
  ],
  [
    "macOS",
    { system: "macos", sudo: true },
    [`security add-trusted-cert -r trustRoot -p ssl -k ${KEYCHAIN} ${FILE}`],
    [`security delete-certificate -t -Z AABBCC ${KEYCHAIN}`],
  ],
  [
    "a browser alone",
    { sudo: true, nssFolders: [DATABASE] },
    [`certutil -d sql:${DATABASE} -A -t C,, -n 'KECS local CA 01234567' -i ${FILE}`],
    [`certutil -d sql:${DATABASE} -D -n 'KECS local CA 01234567'`],
  ],
  ["nothing", { sudo: true }, [], []],
])("the command lines for %s", (_, machine, install, uninstall) => {
  const of = { ...MACHINE, ...machine };
  expect(installCommands(FACTS, of).map(commandText)).toEqual(install);
  expect(uninstallCommands(FACTS, of).map(commandText)).toEqual(uninstall);
});

test("passes a name with blanks to certutil as one argument", () => {
  expect(nssLookup(FACTS, DATABASE)).toEqual([
    "certutil",
    "-d",
    `sql:${DATABASE}`,
    "-L",
    "-n",
    "KECS local CA 01234567",
  ]);
});
