import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseBackend, currentLogin } from "../../../../../cli/engine/state/backend";
import { passphraseFile, type Passphrase } from "../../../../../cli/engine/state/ownPassphrase";

type Variables = Readonly<Record<string, string>>;

const URL = "file:///home/me";
const DATA = { HOME: "/home/me", KECS_DATA_DIR: "/data" };
const FILE = passphraseFile(DATA);
const own: Passphrase = { kind: "file", file: FILE };
const never = (): never => {
  throw new Error("nobody may look for a passphrase here");
};
const choose = (env: Variables, passphrase: Passphrase, project?: string, login?: string) =>
  chooseBackend({
    env: { ...DATA, ...env },
    projectBackend: project,
    login,
    passphrase: () => passphrase,
  });

test.each<[string, Passphrase, Variables]>([
  ["KECS's own passphrase", own, { PULUMI_CONFIG_PASSPHRASE_FILE: FILE }],
  ["the empty one of a stack that had it", { kind: "empty" }, { PULUMI_CONFIG_PASSPHRASE: "" }],
  ["none where KECS has not got it", { kind: "unknown" }, {}],
])(
  "state is kept in the user's home where nothing else is said, with %s",
  (_, passphrase, more) => {
    expect(choose({}, passphrase)).toEqual({
      chosenBy: "kecs",
      additions: { PULUMI_BACKEND_URL: URL, ...more },
    });
  },
);

test.each([
  ["PULUMI_BACKEND_URL", { PULUMI_BACKEND_URL: "s3://x" }, undefined, undefined],
  ["PULUMI_BACKEND_URL", { PULUMI_BACKEND_URL: URL }, undefined, undefined],
  ["Pulumi.yaml", {}, "s3://x", undefined],
  ["pulumi login", {}, undefined, "https://api.pulumi.com"],
  ["pulumi login", {}, undefined, "file://~"],
  ["PULUMI_ACCESS_TOKEN", { PULUMI_ACCESS_TOKEN: "t" }, undefined, undefined],
])(
  "a backend that the user chose gets no passphrase: %s",
  (chosenBy, env, projectBackend, login) => {
    expect(
      chooseBackend({ env: { ...DATA, ...env }, projectBackend, login, passphrase: never }),
    ).toEqual({ chosenBy, additions: {} });
  },
);

test.each([
  { PULUMI_CONFIG_PASSPHRASE: "secret" },
  { PULUMI_CONFIG_PASSPHRASE: "" },
  { PULUMI_CONFIG_PASSPHRASE_FILE: "/f" },
])("the user's own passphrase is left alone, and never repeated", (env) => {
  const surroundings = { projectBackend: undefined, login: undefined, passphrase: never };
  expect(chooseBackend({ env: { ...DATA, ...env }, ...surroundings })).toEqual({
    chosenBy: "kecs",
    additions: { PULUMI_BACKEND_URL: URL },
  });
});

test.each(["HOME", "PULUMI_HOME", "PULUMI_CREDENTIALS_PATH"])(
  "a login is found where Pulumi keeps it: %s",
  (name) => {
    const folder = mkdtempSync(join(tmpdir(), "kecs-login-"));
    const credentials = name === "HOME" ? join(folder, ".pulumi") : folder;
    mkdirSync(credentials, { recursive: true });
    const file = join(credentials, "credentials.json");
    writeFileSync(file, JSON.stringify({ current: "https://api.pulumi.com" }));
    expect(currentLogin({ HOME: "/nowhere", [name]: folder })).toBe("https://api.pulumi.com");
    writeFileSync(file, '{"accessTokens": "hunter2');
    expect(currentLogin({ HOME: "/nowhere", [name]: folder })).toBeUndefined();
    rmSync(folder, { recursive: true });
  },
);

test("what kecs env exported for one stack does not hold for another", () => {
  const shell = { PULUMI_BACKEND_URL: URL, PULUMI_CONFIG_PASSPHRASE_FILE: FILE };
  expect(choose(shell, { kind: "empty" }).additions).toEqual({
    PULUMI_BACKEND_URL: URL,
    PULUMI_CONFIG_PASSPHRASE: "",
  });
  expect(choose(shell, own).additions).toEqual(shell);
});
