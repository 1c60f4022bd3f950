import { X509Certificate } from "node:crypto";
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkServerIdentity, connect, createServer, type TLSSocket } from "node:tls";
import type { AddressInfo } from "node:net";
import { ensureAuthority } from "../../../../cluster/authority/authorityFiles";
import { authorityFile } from "../../../../cluster/authority/dataFolder";
import type { KeyPair } from "../../../../core/acm/authority/keyPair";
import { ensureLeaf, findLeaf } from "../../../../cluster/authority/leafFiles";
import { run } from "../../../../cluster/process/run";
import { freshEnv, removeFreshEnvs } from "../../../helpers/dataFolder";

afterAll(removeFreshEnvs);

const NAMES = ["*.wild.elb.localhost", "127.0.0.1", "localhost", "shop.example.com"];
const DAY = 24 * 3600 * 1000;

/** What a client that trusts `ca` makes of a server with this certificate. */
async function handshake(leaf: KeyPair, servername: string, ca?: string): Promise<string> {
  const server = createServer({ cert: leaf.certificate, key: leaf.key }, (socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve) => {
      const socket: TLSSocket = connect(
        {
          port,
          host: "127.0.0.1",
          ...(/^[\d.]+$/.test(servername) ? {} : { servername }),
          checkServerIdentity: (_, certificate) => checkServerIdentity(servername, certificate),
          ...(ca === undefined ? {} : { ca }),
        },
        () => {
          socket.destroy();
          resolve("accepted");
        },
      );
      socket.on("error", (error: NodeJS.ErrnoException) => {
        resolve(error.code ?? error.message);
      });
    });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

test("looking for a certificate leaves no trace", async () => {
  const env = freshEnv();
  expect(await findLeaf(env, NAMES)).toBeUndefined();
  await ensureAuthority(env);
  expect(await findLeaf(env, NAMES)).toBeUndefined();
  expect(readdirSync(env.KECS_DATA_DIR)).toEqual(["ca"]);
});

describe("a certificate for a server", () => {
  const env = freshEnv();
  let leaf: KeyPair;
  let ca: string;
  beforeAll(async () => {
    leaf = await ensureLeaf(env, NAMES);
    ca = (await ensureAuthority(env)).certificate;
  });

  test.each([
    ["shop.example.com", "accepted"],
    ["localhost", "accepted"],
    ["127.0.0.1", "accepted"],
    ["a.wild.elb.localhost", "accepted"],
    ["a.b.wild.elb.localhost", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["wild.elb.localhost", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["other.example.com", "ERR_TLS_CERT_ALTNAME_INVALID"],
  ])("for %s is %s where its authority is trusted", async (name, expected) => {
    expect(await handshake(leaf, name, ca)).toBe(expected);
  });

  test("is refused where its authority is not trusted, or another one is", async () => {
    expect(await handshake(leaf, "localhost")).toBe("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
    const other = (await ensureAuthority(freshEnv())).certificate;
    expect(await handshake(leaf, "localhost", other)).toMatch(
      /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_SIGNATURE_FAILURE)$/,
    );
  });

  test("passes OpenSSL's checks for a server, and for no other use", async () => {
    const file = join(env.KECS_DATA_DIR, "leaf.pem");
    writeFileSync(file, leaf.certificate);
    const verify = (purpose: string) =>
      run([
        "openssl",
        "verify",
        "-x509_strict",
        "-purpose",
        purpose,
        "-CAfile",
        authorityFile(env),
        file,
      ]);
    expect(await verify("sslserver")).toMatchObject({ code: 0, stdout: `${file}: OK\n` });
    expect((await verify("sslclient")).stderr).toContain("unsuitable certificate purpose");
  });

  test("cannot issue certificates itself", async () => {
    const made = await run(["openssl", "x509", "-noout", "-text"], {
      stdin: leaf.certificate,
    });
    expect(made.stdout).toMatch(/Basic Constraints: critical\s+CA:FALSE\n/);
    expect(made.stdout).toMatch(/Key Usage: critical\s+Digital Signature\n/);
  });

  test("lies beside its key in one file for the owner alone", () => {
    const folder = join(env.KECS_DATA_DIR, "certificates");
    const [file = "", ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(file).toMatch(/^[0-9a-f]{64}\.pem$/);
    expect(
      [folder, join(folder, file)].map((of) => (statSync(of).mode & 0o777).toString(8)),
    ).toEqual(["700", "600"]);
  });

  test("stays the same, whatever the order of its names", async () => {
    expect(await ensureLeaf(env, [...NAMES].reverse())).toEqual(leaf);
    expect(await findLeaf(env, NAMES)).toEqual(leaf);
  });

  test("is another one for other names", async () => {
    const other = await ensureLeaf(env, ["shop.example.com"]);
    expect(new X509Certificate(other.certificate).subjectAltName).toBe("DNS:shop.example.com");
    expect(await findLeaf(env, NAMES)).toEqual(leaf);
  });
});

describe("issues anew", () => {
  const made = async (now?: Date) => {
    const env = freshEnv();
    return {
      env,
      leaf: await ensureLeaf(env, NAMES, now),
      file: join(env.KECS_DATA_DIR, "certificates"),
    };
  };

  test("when less than 30 days are left, and not a day earlier", async () => {
    const now = new Date();
    const { env, leaf } = await made(now);
    const end = new Date(new X509Certificate(leaf.certificate).validTo).getTime();
    expect(await ensureLeaf(env, NAMES, new Date(end - 30 * DAY))).toEqual(leaf);
    const later = new Date(end - 30 * DAY + 1000);
    const renewed = await ensureLeaf(env, NAMES, later);
    expect(renewed).not.toEqual(leaf);
    expect(await findLeaf(env, NAMES, later)).toEqual(renewed);
  });

  test("when the authority is another one", async () => {
    const { env, leaf } = await made();
    rmSync(join(env.KECS_DATA_DIR, "ca"), { recursive: true });
    expect(await findLeaf(env, NAMES)).toBeUndefined();
    const { x509 } = await ensureAuthority(env);
    const renewed = await ensureLeaf(env, NAMES);
    expect(renewed).not.toEqual(leaf);
    expect(new X509Certificate(renewed.certificate).verify(x509.publicKey)).toBe(true);
  });

  test.each([
    [
      "was readable for others",
      (file: string) => {
        chmodSync(file, 0o644);
      },
    ],
    [
      "is damaged",
      (file: string) => {
        writeFileSync(file, "x");
      },
    ],
    [
      "lost its key",
      (file: string) => {
        writeFileSync(file, "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n");
      },
    ],
    [
      "is gone",
      (file: string) => {
        rmSync(file);
      },
    ],
  ])("where the file %s", async (_, spoil) => {
    const { env, leaf, file } = await made();
    const path = join(file, readdirSync(file)[0] ?? "");
    spoil(path);
    expect(await findLeaf(env, NAMES)).toBeUndefined();
    const renewed = await ensureLeaf(env, NAMES);
    expect(renewed).not.toEqual(leaf);
    expect(await findLeaf(env, NAMES)).toEqual(renewed);
    expect((statSync(path).mode & 0o777).toString(8)).toBe("600");
  });
});

test("of many that need one at once, all get the same", async () => {
  const env = freshEnv();
  const leaves = await Promise.all(Array.from({ length: 8 }, () => ensureLeaf(env, NAMES)));
  expect(new Set(leaves.map(({ key }) => key)).size).toBe(1);
  expect(readdirSync(join(env.KECS_DATA_DIR, "certificates"))).toHaveLength(1);
});

test("rejects a folder of certificates that cannot be made", async () => {
  const env = freshEnv();
  await ensureAuthority(env);
  writeFileSync(join(env.KECS_DATA_DIR, "certificates"), "a file");
  await expect(ensureLeaf(env, NAMES)).rejects.toMatchObject({ issues: [{ code: "KECS2008" }] });
  expect(existsSync(join(env.KECS_DATA_DIR, "certificates"))).toBe(true);
});
