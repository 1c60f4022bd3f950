import { installCommands } from "../../../../cluster/authority/trustCommands";
import { commandText, explain, explainAbsence } from "../../../../cli/text/trustText";

const FACTS = {
  file: "/home/ann/.local/share/kecs/ca/ca.pem",
  name: "KECS local CA ann@box",
  fingerprint: "01:23:45:67:89:AB",
  sha1: "AABBCC",
  id: "01234567",
  expires: "2036-01-02T03:04:05.000Z",
};
const FILE = FACTS.file;
const CRT = "/usr/local/share/ca-certificates/kecs-01234567.crt";

test("quotes what a shell would take apart", () => {
  expect(commandText(["a", "/b c/d", "e'f", "C,,", ""])).toBe("a '/b c/d' 'e'\\''f' C,, ''");
});

test("explains how to use the authority, and what trusting it would run", () => {
  const lines = explain(
    FACTS,
    false,
    installCommands(FACTS, { system: "debian", sudo: false, home: "/home/ann", nssFolders: [] }),
  ).split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "KECS local CA ann@box",
    `  certificate  ${FILE}`,
    "  fingerprint  SHA-256 01:23:45:67:89:AB",
    "  expires      2036-01-02",
  ]);
  expect(lines).toContain(
    "This system does not trust it; KECS changes that only with kecs trust --install.",
  );
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
  expect(explain(FACTS, undefined, [])).toContain("cannot find out whether");
  expect(explain(FACTS, undefined, [])).toContain("KECS finds no trust store here");
  expect(explainAbsence(FILE)).toContain(FILE);
});
