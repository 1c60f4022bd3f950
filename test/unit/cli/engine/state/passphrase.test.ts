import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { backendFor, useBackend } from "../../../../../cli/engine/state/backend";
import { ensurePassphrase, passphraseFile } from "../../../../../cli/engine/state/ownPassphrase";
import { isSaltOf } from "../../../../../cli/engine/state/salt";

/** Made by Pulumi 3.250 with the empty passphrase. */
const EMPTY = "v1:b3MrrmVzvpU=:v1:RWm1wEHVhH40wJR6:PbNF7iGAVoLCiXVQgVTw+y/whh9J/A==";
/** Made in the same way with the passphrase hunter2. */
const OTHER = "v1:AQIDBAUGBwg=:v1:BwcHBwcHBwcHBwcH:VWMtLBfNO4sgEym11iiqWLc+8r8y7g==";
const STATE = JSON.stringify({
  checkpoint: { latest: { secrets_providers: { state: { salt: EMPTY } } } },
});

let root = "";
const env = (): NodeJS.ProcessEnv => ({
  HOME: join(root, "home"),
  KECS_DATA_DIR: join(root, "data"),
  PULUMI_HOME: join(root, "pulumi"),
});
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const project = () => ({ name: "shop", folder: root, stacksFolder: root });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kecs-passphrase-"));
  mkdirSync(join(root, "home"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test.each([
  ["the empty passphrase", EMPTY, "", true],
  ["another passphrase", EMPTY, "x", false],
  ["a changed proof", EMPTY.replace("PbNF", "QbNF"), "", false],
  ["no salt", "v1:abc", "", false],
  ["a salt without an end", "v1:b3MrrmVzvpU=:v1:RWm1wEHVhH40wJR6:AA==", "", false],
])("a salt tells %s", (_, salt, passphrase, expected) => {
  expect(isSaltOf(salt, passphrase)).toBe(expected);
});

test("a new stack gets a random passphrase that only the user can read", () => {
  const variables = env();
  const before = backendFor(variables, project(), "dev");
  expect(existsSync(passphraseFile(variables))).toBe(false);
  expect(useBackend(variables, before)).toContain("with a passphrase of its own");
  const file = variables["PULUMI_CONFIG_PASSPHRASE_FILE"] ?? "";
  expect(file).toBe(join(root, "data", "pulumi", "passphrase"));
  expect(readFileSync(file, "utf8")).toMatch(/^[\w-]{43}$/);
  expect([modeOf(file), modeOf(dirname(file))]).toEqual(["600", "700"]);
  expect(variables).not.toHaveProperty("PULUMI_CONFIG_PASSPHRASE");
  expect(variables["PULUMI_BACKEND_URL"]).toBe(`file://${join(root, "home")}`);
});

test.each([
  ["its file", "Pulumi.dev.yaml", `encryptionsalt: ${EMPTY}\nconfig: {}\n`],
  ["its state alone", "home/.pulumi/stacks/shop/dev.json", STATE],
  ["its compressed state alone", "home/.pulumi/stacks/shop/dev.json.gz", gzipSync(STATE)],
])("a stack that was made with the empty passphrase keeps it, by %s", (_, path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  const variables = env();
  expect(
    useBackend(variables, backendFor(variables, project(), "organization/shop/dev")),
  ).toContain("with an empty passphrase");
  expect(variables["PULUMI_CONFIG_PASSPHRASE"]).toBe("");
  expect(existsSync(passphraseFile(variables))).toBe(false);
});

test("a stack with another passphrase gets KECS's own where that is it, else none", () => {
  const file = passphraseFile(env());
  const found = () => {
    const variables = env();
    useBackend(variables, backendFor(variables, project(), "dev"));
    return variables["PULUMI_CONFIG_PASSPHRASE_FILE"];
  };
  writeFileSync(join(root, "Pulumi.dev.yaml"), `encryptionsalt: ${OTHER}\n`);
  expect(found()).toBeUndefined();
  ensurePassphrase(file);
  expect(found()).toBeUndefined();
  writeFileSync(file, "hunter2\n");
  expect(found()).toBe(file);
});

test("a stack on a backend of the user's keeps the empty passphrase that its file has", () => {
  const variables = { ...env(), PULUMI_BACKEND_URL: "s3://state" };
  const found = () => backendFor(variables, project(), "dev").additions;
  mkdirSync(join(root, "home", ".pulumi", "stacks", "shop"), { recursive: true });
  // A state in the home is none of this backend's.
  writeFileSync(join(root, "home", ".pulumi", "stacks", "shop", "dev.json"), STATE);
  expect(found()).toEqual({});
  writeFileSync(join(root, "Pulumi.dev.yaml"), `encryptionsalt: ${EMPTY}\n`);
  expect(found()).toEqual({ KECS_STATE: "passphrase", PULUMI_CONFIG_PASSPHRASE: "" });
  writeFileSync(join(root, "Pulumi.dev.yaml"), `encryptionsalt: ${OTHER}\n`);
  expect(found()).toEqual({});
});

test.each(["EPERM", "ENOTSUP"])("a passphrase is made where links cannot be: %s", (code) => {
  const file = passphraseFile(env());
  const link = jest.spyOn(fs, "linkSync").mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  ensurePassphrase(file);
  link.mockRestore();
  expect(readFileSync(file, "utf8")).toMatch(/^[\w-]{43}$/);
  expect(modeOf(file)).toBe("600");
  expect(readdirSync(dirname(file))).toEqual(["passphrase"]);
});

test("a second command says nothing of the state, and a second passphrase is never made", () => {
  const variables = env();
  useBackend(variables, backendFor(variables, project(), "dev"));
  const file = passphraseFile(variables);
  const first = readFileSync(file, "utf8");
  chmodSync(file, 0o644);
  expect(useBackend(variables, backendFor(variables, project(), "dev"))).toBeUndefined();
  expect(readFileSync(file, "utf8")).toBe(first);
  expect(modeOf(file)).toBe("600");
});

test("the folder of the state is closed to others, with what lay open in it", () => {
  const folder = join(root, "home", ".pulumi");
  const state = join(folder, "stacks", "shop");
  const outside = join(root, "outside");
  mkdirSync(state, { recursive: true });
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin", "pulumi"), "");
  writeFileSync(join(state, "dev.json"), "{}");
  writeFileSync(outside, "");
  symlinkSync(outside, join(state, "link.json"));
  for (const path of [folder, state, join(folder, "stacks"), join(folder, "bin", "pulumi")])
    chmodSync(path, 0o755);
  for (const path of [join(state, "dev.json"), outside]) chmodSync(path, 0o644);
  const variables = env();
  useBackend(variables, backendFor(variables, project(), "new"));
  expect([folder, join(folder, "stacks"), state, join(state, "dev.json")].map(modeOf)).toEqual([
    "700",
    "700",
    "700",
    "600",
  ]);
  // What is no state stays as it is, and so does what a link leads to.
  expect([join(folder, "bin", "pulumi"), outside].map(modeOf)).toEqual(["755", "644"]);
});

test("a backend of the user's is not touched", () => {
  const variables = { ...env(), PULUMI_BACKEND_URL: "s3://state" };
  expect(useBackend(variables, backendFor(variables, project(), "dev"))).toBeUndefined();
  expect(existsSync(join(root, "home", ".pulumi"))).toBe(false);
  expect(existsSync(join(root, "data"))).toBe(false);
  expect(Object.keys(variables).filter((name) => name.startsWith("PULUMI_CONFIG"))).toEqual([]);
});
