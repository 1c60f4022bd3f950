import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  backendIdentity,
  currentLogin,
  plainUrl,
} from "../../../../cluster/machine/backendIdentity";

const folder = mkdtempSync(join(tmpdir(), "kecs-backend-"));
const home = join(folder, "home");
const bare = join(folder, "bare");
const named = join(folder, "named");
const deep = join(named, "src");

beforeAll(() => {
  for (const each of [join(home, ".pulumi"), bare, deep, join(folder, "other")]) {
    mkdirSync(each, { recursive: true });
  }
  writeFileSync(join(bare, "Pulumi.yaml"), "name: bare\n");
  writeFileSync(join(named, "Pulumi.yaml"), "name: named\nbackend:\n  url: s3://team/state\n");
  writeFileSync(
    join(folder, "other", "credentials.json"),
    JSON.stringify({ current: "https://me:token@pulumi.example.test/" }),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each<[string, Record<string, string>, string, string]>([
  ["the variable first", { PULUMI_BACKEND_URL: "gs://b" }, named, "gs://b"],
  ["the project's, from a folder in it", {}, deep, "s3://team/state"],
  ["the login", { PULUMI_HOME: join(folder, "other") }, bare, "https://pulumi.example.test"],
  [
    "the login where the credentials lie elsewhere",
    { PULUMI_CREDENTIALS_PATH: join(folder, "other"), PULUMI_HOME: bare },
    bare,
    "https://pulumi.example.test",
  ],
  ["Pulumi's cloud for a token", { PULUMI_ACCESS_TOKEN: "t" }, bare, "https://api.pulumi.com"],
  ["the home that kecs chooses", {}, bare, `file://${home}`],
  ["the same for an empty variable", { PULUMI_BACKEND_URL: "" }, bare, `file://${home}`],
])("takes %s", (_, env, from, identity) => {
  expect(backendIdentity(env, from, home)).toBe(identity);
});

test.each([
  ["file://~", "file:///home/me"],
  ["file:///home/me/", "file:///home/me"],
  ["file://~/state?no_tmp_dir=true", "file:///home/me/state"],
  ["file://./state", "file:///home/me/project/state"],
  ["postgres://user:secret@db.test/pulumi?sslmode=off", "postgres://db.test/pulumi"],
  ["s3://bucket/path?region=eu-west-1&awssdk=v2", "s3://bucket/path"],
  ["https://app.pulumi.com", "https://api.pulumi.com"],
  ["https://api.pulumi.com/", "https://api.pulumi.com"],
])("writes %s as %s: one place, and no secret", (url, plain) => {
  expect(plainUrl(url, "/home/me/project", "/home/me")).toBe(plain);
});

test.each(["HOME", "PULUMI_HOME", "PULUMI_CREDENTIALS_PATH"])(
  "a login is found where Pulumi keeps it: %s",
  (name) => {
    const own = join(folder, name);
    const credentials = name === "HOME" ? join(own, ".pulumi") : own;
    mkdirSync(credentials, { recursive: true });
    const file = join(credentials, "credentials.json");
    const found = () =>
      name === "HOME" ? currentLogin({}, own) : currentLogin({ [name]: own }, "/nowhere");
    writeFileSync(file, JSON.stringify({ current: "https://api.pulumi.com" }));
    expect(found()).toBe("https://api.pulumi.com");
    writeFileSync(file, '{"accessTokens": "hunter2');
    expect(found()).toBeUndefined();
  },
);
