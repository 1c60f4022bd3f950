import { X509Certificate } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ensureAuthority, findAuthority } from "../../../../cluster/authority/authorityFiles";
import { judgeFiles, type AuthorityFiles } from "../../../../core/acm/authority/authority";
import { authorityFile } from "../../../../cluster/authority/dataFolder";
import { freshEnv, removeFreshEnvs } from "../../../helpers/dataFolder";
import { run } from "../../../../cluster/process/run";

const ROOT = join(__dirname, "../../../..");
afterAll(removeFreshEnvs);

const mode = (...path: string[]) => (statSync(join(...path)).mode & 0o777).toString(8);
const issueOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((of: unknown) => of);
  const { issues = [] } = error as {
    issues?: { code: string; path: string; message: string; hint: string }[];
  };
  return issues;
};

test("looking for an authority leaves no trace", async () => {
  const env = freshEnv();
  expect(await findAuthority(env)).toBeUndefined();
  expect(existsSync(env.KECS_DATA_DIR)).toBe(false);
});

test("makes an authority that may sign servers alone, for ten years, with its key for the owner", async () => {
  const env = freshEnv();
  const now = new Date("2026-03-01T12:00:00.500Z");
  const { x509 } = await ensureAuthority(env, now);
  expect(x509.subject).toMatch(/^CN=KECS local CA [\w.-]+@[\w.-]+$/);
  expect(x509.issuer).toBe(x509.subject);
  expect(x509.verify(x509.publicKey)).toBe(true);
  expect(x509.ca).toBe(true);
  expect(x509.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
  expect(new Date(x509.validFrom).toISOString()).toBe("2026-03-01T11:00:00.000Z");
  expect(new Date(x509.validTo).toISOString()).toBe("2036-03-01T11:00:00.000Z");
  const folder = env.KECS_DATA_DIR;
  expect([
    mode(folder),
    mode(folder, "ca"),
    mode(folder, "ca/ca.pem"),
    mode(folder, "ca/ca-key.pem"),
  ]).toEqual(["700", "700", "644", "600"]);
  expect(readdirSync(folder)).toEqual(["ca"]);
});

test("says what it is for in extensions that clients have to heed", async () => {
  const env = freshEnv();
  await ensureAuthority(env);
  const { code, stdout } = await run([
    "openssl",
    "x509",
    "-in",
    authorityFile(env),
    "-noout",
    "-text",
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0\n/);
  expect(stdout).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign\n/);
  expect(stdout).toMatch(/Extended Key Usage: \s+TLS Web Server Authentication\n/);
  expect(stdout).toMatch(/Subject Key Identifier: \s+[0-9A-F:]{59}\n/);
});

test("keeps an authority once it is there", async () => {
  const env = freshEnv();
  const first = await ensureAuthority(env);
  const second = await ensureAuthority(env);
  expect(second.certificate).toBe(first.certificate);
  expect((await findAuthority(env))?.key).toBe(first.key);
});

test("takes the place of an empty folder", async () => {
  const env = freshEnv();
  mkdirSync(join(env.KECS_DATA_DIR, "ca"), { recursive: true, mode: 0o700 });
  await ensureAuthority(env);
  expect(readdirSync(join(env.KECS_DATA_DIR, "ca")).sort()).toEqual(["ca-key.pem", "ca.pem"]);
});

test("rejects an authority whose key or folder others could use", async () => {
  const env = freshEnv();
  await ensureAuthority(env);
  const folder = join(env.KECS_DATA_DIR, "ca");
  chmodSync(folder, 0o770);
  chmodSync(join(folder, "ca-key.pem"), 0o640);
  expect(await issueOf(findAuthority(env))).toEqual([
    {
      code: "KECS2008",
      path: folder,
      message: 'its permissions are "770"; other users could use it',
      hint: `if nobody has used it, restrict it: chmod 700 '${folder}'`,
      severity: "error",
    },
    {
      code: "KECS2008",
      path: join(folder, "ca-key.pem"),
      message: 'its permissions are "640"; other users could use it',
      hint: `if nobody has used it, restrict it: chmod 600 '${join(folder, "ca-key.pem")}'`,
      severity: "error",
    },
  ]);
});

test.each<[string, (folder: string) => Promise<void> | void, string, RegExp]>([
  [
    "no certificate",
    (f) => {
      writeFileSync(join(f, "ca.pem"), "x");
    },
    "ca.pem",
    /not a certificate$/,
  ],
  [
    "no key",
    (f) => {
      writeFileSync(join(f, "ca-key.pem"), "x");
    },
    "ca-key.pem",
    /not the private key of ca\.pem$/,
  ],
  [
    "another one's key",
    async (f) => {
      const { key } = await ensureAuthority(freshEnv());
      writeFileSync(join(f, "ca-key.pem"), key);
    },
    "ca-key.pem",
    /not the private key of ca\.pem$/,
  ],
])(
  "rejects an authority with %s in its file, and does not replace it",
  async (_, spoil, file, message) => {
    const env = freshEnv();
    await ensureAuthority(env);
    const folder = join(env.KECS_DATA_DIR, "ca");
    await spoil(folder);
    const [issue] = await issueOf(ensureAuthority(env));
    expect(issue).toMatchObject({
      code: "KECS2008",
      path: join(folder, file),
      message: expect.stringMatching(message) as string,
      hint: expect.stringContaining(`remove ${folder}`) as string,
    });
  },
);

test("rejects half an authority and one that has expired", async () => {
  const env = freshEnv();
  mkdirSync(join(env.KECS_DATA_DIR, "ca"), { recursive: true, mode: 0o700 });
  writeFileSync(join(env.KECS_DATA_DIR, "ca", "ca.pem"), "");
  expect(await issueOf(ensureAuthority(env))).toMatchObject([
    { code: "KECS2008", path: join(env.KECS_DATA_DIR, "ca") },
  ]);

  const old = freshEnv();
  await ensureAuthority(old, new Date("2010-01-01T00:00:00Z"));
  expect(await issueOf(findAuthority(old))).toMatchObject([
    { code: "KECS2008", message: "it expired Dec 31 23:00:00 2019 GMT" },
  ]);
});

test("rejects a data folder that cannot be made", async () => {
  const env = freshEnv();
  writeFileSync(env.KECS_DATA_DIR, "a file");
  expect(await issueOf(ensureAuthority(env))).toMatchObject([
    { code: "KECS2008", path: join(env.KECS_DATA_DIR, "ca") },
  ]);
});

test("of several processes that need one at once, all get the same", async () => {
  const env = freshEnv();
  const module = JSON.stringify(join(ROOT, "cluster/authority/authorityFiles.ts"));
  const argv = [
    ...[process.execPath, "--require", "ts-node/register", "--eval"],
    `require(${module}).ensureAuthority(process.env).then((ca) => process.stdout.write(ca.certificate))`,
  ];
  const variables = { ...env, TS_NODE_PROJECT: join(ROOT, "tsconfig.pulumi.json") };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => run(argv, { env: variables, timeoutMs: 240_000 })),
  );
  expect(answers.map(({ stderr }) => stderr)).toEqual(answers.map(() => ""));
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
  expect(new X509Certificate(answers[0]?.stdout ?? "").ca).toBe(true);
  expect(readdirSync(env.KECS_DATA_DIR)).toEqual(["ca"]);
}, 60_000);

const FILES: AuthorityFiles = {
  ...{ folder: "/d/ca", certificateFile: "/d/ca/ca.pem", keyFile: "/d/ca/ca-key.pem" },
  ...{ folderMode: 0o40700, keyMode: 0o100600, owners: [1000, 1000, 1000] },
};

test.each<[string, AuthorityFiles["owners"], string]>([
  ["folder", [0, 1000, 1000], "/d/ca"],
  ["certificate", [1000, 1001, 1000], "/d/ca/ca.pem"],
  ["key", [1000, 1000, 1001], "/d/ca/ca-key.pem"],
])("rejects an authority whose %s belongs to another user", (_, owners, path) => {
  expect(judgeFiles({ ...FILES, owners }, 1000)).toMatchObject([
    { code: "KECS2008", path, message: expect.stringContaining("another user") as string },
  ]);
});

test("accepts one's own files, and every file where the system has no user ids", () => {
  expect(judgeFiles(FILES, 1000)).toEqual([]);
  expect(judgeFiles({ ...FILES, owners: [0, 0, 0] }, undefined)).toEqual([]);
});

test("a printed command takes a path with a quote as one word", () => {
  const folder = "/home/o'neill; reboot";
  const [issue] = judgeFiles({ ...FILES, folder, folderMode: 0o40777 }, 1000);
  expect(issue?.hint).toBe(
    "if nobody has used it, restrict it: chmod 700 '/home/o'\\''neill; reboot'",
  );
});

test("removes what a killed process left half-made, and nothing that is being made", async () => {
  const env = freshEnv();
  const left = ["ca.AbC123", "ca.New456", "ca.notes.txt"].map((name) =>
    join(env.KECS_DATA_DIR, name),
  );
  for (const folder of left) mkdirSync(folder, { recursive: true });
  for (const folder of [left[0] ?? "", left[2] ?? ""]) utimesSync(folder, 0, 0);
  await ensureAuthority(env);
  expect(readdirSync(env.KECS_DATA_DIR).sort()).toEqual(["ca", "ca.New456", "ca.notes.txt"]);
});
