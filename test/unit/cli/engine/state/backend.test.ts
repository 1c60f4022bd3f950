import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseBackend, useBackend } from "../../../../../cli/engine/state/backend";
import { passphraseFile, type Passphrase } from "../../../../../cli/engine/state/ownPassphrase";

type Variables = Readonly<Record<string, string>>;

const URL = "file:///home/me";
const OWN = { PULUMI_BACKEND_URL: URL, PULUMI_DIY_BACKEND_GZIP: "true" };
const DATA = { HOME: "/home/me", KECS_DATA_DIR: "/data" };
const FILE = passphraseFile(DATA);
const own: Passphrase = { kind: "file", file: FILE };
const never = (): never => {
  throw new Error("nobody may look for a passphrase here");
};
const choose = (env: NodeJS.ProcessEnv, passphrase: Passphrase) =>
  chooseBackend({
    env: { ...DATA, ...env },
    projectBackend: undefined,
    login: undefined,
    passphrase: () => passphrase,
    isEmpty: never,
  });
const TEXT = "PULUMI_CONFIG_PASSPHRASE";
const FILE_NAME = "PULUMI_CONFIG_PASSPHRASE_FILE";

test.each<[string, Passphrase, Variables, string[]]>([
  ["KECS's own passphrase", own, { [FILE_NAME]: FILE }, [TEXT]],
  ["the empty one of a stack that had it", { kind: "empty" }, { [TEXT]: "" }, [FILE_NAME]],
  ["none where KECS has not got it", { kind: "unknown" }, {}, [TEXT, FILE_NAME]],
])(
  "state is kept in the user's home where nothing else is said, with %s",
  (_, passphrase, more, removals) => {
    expect(choose({}, passphrase)).toEqual({
      chosenBy: "kecs",
      additions: { ...OWN, KECS_STATE: "own", ...more },
      removals,
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
  "a backend that the user chose gets no passphrase, but for a stack that has the empty one: %s",
  (chosenBy, env, projectBackend, login) => {
    const of = (more: Variables, isEmpty: () => boolean) =>
      chooseBackend({
        env: { ...DATA, ...env, ...more },
        projectBackend,
        login,
        passphrase: never,
        isEmpty,
      });
    const nothing = { chosenBy, additions: {}, removals: [] };
    expect(of({}, () => false)).toEqual(nothing);
    expect(of({ [TEXT]: "secret" }, never)).toEqual(nothing);
    expect(of({ [TEXT]: "" }, never)).toEqual(nothing);
    expect(of({ [FILE_NAME]: "/f" }, never)).toEqual(nothing);
    const additions = { KECS_STATE: "passphrase", [TEXT]: "" };
    expect(of({}, () => true)).toEqual({ chosenBy, additions, removals: [] });
    // In a shell that got it, it holds for no other stack.
    expect(of(additions, () => true)).toEqual({ chosenBy, additions, removals: [] });
    expect(of(additions, () => false)).toEqual({
      chosenBy,
      additions: {},
      removals: ["KECS_STATE", TEXT],
    });
  },
);

test.each<[Variables, string[]]>([
  [{ [TEXT]: "secret" }, []],
  [{ [TEXT]: "secret", KECS_STATE: "own", PULUMI_BACKEND_URL: URL }, []],
  [{ [TEXT]: "" }, []],
  [{ [FILE_NAME]: "/f" }, [TEXT]],
  [{ [FILE_NAME]: "/f", [TEXT]: "", KECS_STATE: "own", PULUMI_BACKEND_URL: URL }, [TEXT]],
])("the user's own passphrase is left alone, and never repeated: %j", (variables, removals) => {
  const env: NodeJS.ProcessEnv = { ...DATA, ...variables };
  const surroundings = { projectBackend: undefined, login: undefined, passphrase: never };
  const found = () => chooseBackend({ env, ...surroundings, isEmpty: never });
  const expected = {
    chosenBy: "kecs",
    additions: { ...OWN, KECS_STATE: "backend" },
    removals,
  };
  expect(found()).toEqual(expected);
  // A command asks more than once.
  Object.assign(env, expected.additions);
  for (const name of removals) Reflect.deleteProperty(env, name);
  expect(found()).toEqual(expected);
});

test.each<[string, Passphrase[], Variables]>([
  ["the empty one, then KECS's own", [{ kind: "empty" }, own], { [FILE_NAME]: FILE }],
  ["KECS's own, then the empty one", [own, { kind: "empty" }], { [TEXT]: "" }],
  ["both, and one that KECS has not got", [own, { kind: "empty" }, { kind: "unknown" }], {}],
  ["there and back", [own, { kind: "empty" }, own], { [FILE_NAME]: FILE }],
])("a shell that kecs env was run in has one passphrase: %s", (_, stacks, expected) => {
  const folder = mkdtempSync(join(tmpdir(), "kecs-state-"));
  const shell: NodeJS.ProcessEnv = { HOME: folder, KECS_DATA_DIR: folder };
  const file = passphraseFile(shell);
  for (const each of stacks) {
    useBackend(shell, choose(shell, each.kind === "file" ? { kind: "file", file } : each));
  }
  rmSync(folder, { recursive: true });
  const found = Object.entries(shell).filter(([name]) => name.startsWith(TEXT));
  const wanted = Object.entries(expected).map(([name, value]) => [name, value && file]);
  expect(found).toEqual(wanted);
});

test("a shell of an earlier kecs env, which has no mark, is known by the passphrase's file", () => {
  const shell = { PULUMI_BACKEND_URL: URL, [FILE_NAME]: FILE };
  expect(choose(shell, { kind: "empty" }).additions).toMatchObject({ [TEXT]: "" });
  expect(choose(shell, own).additions).toMatchObject(shell);
});
