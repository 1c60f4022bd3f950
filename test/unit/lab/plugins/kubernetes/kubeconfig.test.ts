import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  connectionOf,
  kubeconfigText,
  parseKubeconfig,
} from "../../../../../lab/plugins/kubernetes/kubeconfig";

const text = `
apiVersion: v1
kind: Config
current-context: one
clusters:
  - name: c1
    cluster: { server: "https://127.0.0.1:1", certificate-authority-data: Y2E= }
  - name: c2
    cluster: { server: "https://127.0.0.1:2", insecure-skip-tls-verify: true }
users:
  - name: u1
    user: { client-certificate-data: Y3J0, client-key-data: a2V5 }
  - name: u2
    user: { token: t }
  - name: u3
    user: { exec: { command: aws } }
contexts:
  - name: one
    context: { cluster: c1, user: u1, namespace: apps }
  - name: two
    context: { cluster: c2, user: u2 }
  - name: three
    context: { cluster: c2, user: u3 }
`;

describe("kubeconfig", () => {
  it("gives the connection of its current context", async () => {
    expect(connectionOf(await parseKubeconfig(text), {})).toEqual({
      server: "https://127.0.0.1:1",
      namespace: "apps",
      ca: Buffer.from("ca"),
      certificate: Buffer.from("crt"),
      key: Buffer.from("key"),
      token: undefined,
      skipVerify: false,
      serverName: undefined,
    });
  });

  it("gives the connection of the context or cluster that is asked for", async () => {
    const config = await parseKubeconfig(text);
    expect(connectionOf(config, { context: "two" })).toMatchObject({
      server: "https://127.0.0.1:2",
      token: "t",
      skipVerify: true,
    });
    expect(connectionOf(config, { cluster: "c2" })).toMatchObject({
      server: "https://127.0.0.1:2",
      namespace: "apps",
    });
  });

  it("is read from JSON, too, and from a file", async () => {
    const directory = mkdtempSync(join(tmpdir(), "kecs-kubeconfig-"));
    const file = join(directory, "config");
    const json = JSON.stringify(await parseKubeconfig(text));
    writeFileSync(file, json);
    expect(await parseKubeconfig(kubeconfigText(file))).toEqual(await parseKubeconfig(text));
    rmSync(directory, { recursive: true });
  });

  it("rejects a context that it does not have", async () => {
    const config = await parseKubeconfig(text);
    expect(() => connectionOf(config, { context: "none" })).toThrow('for the context "none"');
  });

  it("rejects credentials that only other programs can get", async () => {
    const config = await parseKubeconfig(text);
    expect(() => connectionOf(config, { context: "three" })).toThrow("lab stand-in");
  });

  it.each(["users: [{token: hunter2", '{"token": "hunter2"', "hunter2"])(
    "says nothing of its contents when %j cannot be parsed",
    async (broken) => {
      const failure: unknown = await parseKubeconfig(broken).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(String(failure)).not.toContain("hunter2");
    },
  );
});
