import {
  installCommands,
  nssLookup,
  uninstallCommands,
  type TrustMachine,
} from "../../../../cli/trust/argv";
import { authorityFacts, bundleHolds } from "../../../../cli/trust/authorityFacts";
import { nssFolders, systemStore } from "../../../../cli/trust/machine";
import { commandText, explain, explainAbsence } from "../../../../cli/trust/trustText";
import { createAuthority } from "../../../../core/acm/authority/sign";
import { X509Certificate } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshEnv, removeFreshEnvs } from "../../../helpers/dataFolder";

afterAll(removeFreshEnvs);

const FACTS = {
  file: "/home/ann/.local/share/kecs/ca/ca.pem",
  name: "KECS local CA ann@box",
  fingerprint: "01:23:45:67:89:AB",
  sha1: "AABBCC",
  id: "01234567",
  expires: "2036-01-02T03:04:05.000Z",
};
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

test.each<[NodeJS.Platform, string[], string | undefined]>([
  ["darwin", ["security", "trust"], "macos"],
  ["linux", ["update-ca-certificates", "trust"], "debian"],
  ["linux", ["trust"], "p11-kit"],
  ["linux", ["security"], undefined],
])("on %s with %j the system's store is %s", (platform, programs, expected) => {
  expect(systemStore(platform, (program) => programs.includes(program))).toBe(expected);
});

test("finds the databases of Chrome and of the profiles of Firefox, and no others", () => {
  const home = freshEnv().KECS_DATA_DIR;
  for (const folder of [
    ".pki/nssdb",
    ".mozilla/firefox/b.default",
    ".mozilla/firefox/Crash Reports",
  ]) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  for (const folder of [".pki/nssdb", ".mozilla/firefox/b.default"]) {
    writeFileSync(join(home, folder, "cert9.db"), "");
  }
  expect(nssFolders(home)).toEqual([
    join(home, ".pki/nssdb"),
    join(home, ".mozilla/firefox/b.default"),
  ]);
  expect(nssFolders(join(home, "nobody"))).toEqual([]);
});

test("tells of a certificate what openssl tells, and finds it in a bundle", async () => {
  const [own, other] = await Promise.all(
    [1, 2].map(() => createAuthority("KECS local CA a@b", new Date("2026-01-01T01:00:00Z"))),
  );
  const { certificate = "" } = own ?? {};
  const x509 = new X509Certificate(certificate);
  expect(authorityFacts("/ca.pem", certificate)).toEqual({
    file: "/ca.pem",
    name: "KECS local CA a@b",
    fingerprint: x509.fingerprint256,
    sha1: x509.fingerprint.replace(/:/g, ""),
    id: x509.fingerprint256.replace(/:/g, "").slice(0, 8).toLowerCase(),
    expires: "2036-01-01T00:00:00.000Z",
  });
  const bundle = `# others\n${other?.certificate ?? ""}\n${certificate.replace(/\n/g, "\r\n")}`;
  expect(bundleHolds(bundle, certificate)).toBe(true);
  expect(bundleHolds(other?.certificate ?? "", certificate)).toBe(false);
  expect(bundleHolds(bundle, "x")).toBe(false);
});

test("quotes what a shell would take apart", () => {
  expect(commandText(["a", "/b c/d", "e'f", "C,,", ""])).toBe("a '/b c/d' 'e'\\''f' C,, ''");
});

test("explains how to use the authority, and what trusting it would run", () => {
  const lines = explain(
    FACTS,
    false,
    installCommands(FACTS, { ...MACHINE, system: "debian" }),
  ).split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "KECS local CA ann@box",
    `  certificate  ${FILE}`,
    "  fingerprint  SHA-256 01:23:45:67:89:AB",
    "  expires      2036-01-02",
  ]);
  expect(lines).toContain("This system does not trust it; KECS changes that only when told to.");
  expect(lines).toContain(`  curl --cacert ${FILE} https://…`);
  expect(lines).toContain(`  NODE_EXTRA_CA_CERTS=${FILE} node …`);
  expect(lines.slice(-3)).toEqual([
    "kecs trust --install asks, and then runs:",
    `  install -D -m 0644 ${FILE} ${CRT}`,
    "  update-ca-certificates",
  ]);
});

test("explains how to take it back, what it cannot tell, and that there is none", () => {
  const trusted = explain(FACTS, true, [["rm"]]).split("\n");
  expect(trusted).toContain("This system trusts it.");
  expect(trusted.slice(-2)).toEqual(["kecs trust --uninstall asks, and then runs:", "  rm"]);
  expect(explain(FACTS, undefined, [])).toContain("cannot be told");
  expect(explain(FACTS, undefined, [])).toContain("No trust store is known here");
  expect(explainAbsence(FILE)).toContain(FILE);
});
