import { X509Certificate } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { namesOf } from "../../../../core/acm/authority/leaf";
import { automaticCertificate, issuedFor } from "../../../../components/acm/automatic";
import { refuse, soundProgram } from "../../../../components/controlPlane/program";
import { deploy, SECRET, UNKNOWN, type DeployOptions } from "../../../helpers/deploy";
import { freshEnv, removeFreshEnvs } from "../../../helpers/dataFolder";

let folder: string;
beforeEach(() => {
  folder = freshEnv().KECS_DATA_DIR;
  process.env["KECS_DATA_DIR"] = folder;
});
afterAll(() => {
  delete process.env["KECS_DATA_DIR"];
  removeFreshEnvs();
});

const HOSTS = ["a.test", "?.test", "*.a.test"];
const STACK = "pulumi:pulumi:Stack::kecs-test";

async function make(options: DeployOptions = {}, hosts: pulumi.Input<string[]> = HOSTS) {
  const { outputs } = await deploy(() => ({ pair: automaticCertificate(hosts) }), options);
  return outputs.get(STACK)?.["pair"];
}

test("is issued in an update, and is the same in the next one and its preview", async () => {
  const first = await make();
  const { secret } = first as { secret: { certificate: string; key: string } };
  expect(namesOf(new X509Certificate(secret.certificate)).sort()).toEqual(["*.a.test", "a.test"]);
  expect(secret.key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(await make()).toEqual(first);
  expect(await make({ preview: true })).toEqual(first);
  expect(await make({}, pulumi.output([...HOSTS].reverse()))).toEqual(first);
});

test("is unknown in the preview on a fresh machine, which writes nothing", async () => {
  expect(await make({ preview: true })).toEqual(UNKNOWN);
  expect(existsSync(folder)).toBe(false);
});

test("is secret also where nothing else is", async () => {
  expect(await make()).toEqual(SECRET(expect.anything()));
});

/** What comes of it in a program of its own. */
async function attempt(program: () => Promise<unknown>): Promise<unknown> {
  let outcome: unknown;
  await deploy(async () => {
    outcome = await program().catch((error: unknown) => error);
  });
  return outcome;
}

test("is not issued for a program with a mistake", async () => {
  const mistake = new Error("a mistake");
  const outcome = await attempt(() => {
    const issued = issuedFor(HOSTS, false);
    refuse(mistake);
    return issued;
  });
  expect(outcome).toBe(mistake);
  expect(existsSync(folder)).toBe(false);
});

test.each([true, false])(
  "rejects an authority that cannot be used, and the program with it; preview: %s",
  async (isPreview) => {
    writeFileSync(folder, "a file");
    const outcome = await attempt(async () => {
      await issuedFor(HOSTS, isPreview).catch(() => undefined);
      await soundProgram();
    });
    expect(outcome).toMatchObject({ issues: [{ code: "KECS2008", path: join(folder, "ca") }] });
  },
);
