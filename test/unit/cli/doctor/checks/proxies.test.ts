import { createServer, type AddressInfo } from "node:net";
import { judgeProxies, localProxies, proxies } from "../../../../../cli/doctor/checks/proxies";

const env = { HTTPS_PROXY: "http://proxy.example:3128" };

test("a proxy that nobody answers at fails", () => {
  expect(judgeProxies({ env, silent: ["127.0.0.1:9"] })).toMatchObject({
    ...{ state: "failed", code: "KECS2012" },
  });
});

test("a proxy for the local URLs too is a warning that says what is lacking", () => {
  const verdict = judgeProxies({ env: { ...env, NO_PROXY: "127.0.0.1" }, silent: [] });
  expect(verdict).toMatchObject({ state: "warning", code: "KECS2012" });
  expect(verdict.evidence).toContain("NO_PROXY lacks localhost:");
});

test.each(["localhost,127.0.0.1", ".localhost 127.0.0.1", "*"])("NO_PROXY %p serves", (text) => {
  expect(judgeProxies({ env: { ...env, no_proxy: text }, silent: [] }).state).toBe("ok");
});

test("only proxies of this machine are asked, each once", () => {
  expect(
    localProxies({
      ...{ HTTP_PROXY: "127.0.0.1:9", http_proxy: "http://127.0.0.1:9" },
      ...{ HTTPS_PROXY: "http://proxy.example:3128", https_proxy: "http://[::1]:8" },
    }),
  ).toEqual([
    { host: "127.0.0.1", port: 9 },
    { host: "::1", port: 8 },
  ]);
});

test("the look tells a proxy that answers from one that is gone", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const surroundings = {
    env: { HTTP_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: "*" },
    cwd: "/",
  };
  expect((await proxies.look(surroundings)).state).toBe("ok");
  await new Promise((resolve) => server.close(resolve));
  expect((await proxies.look(surroundings)).state).toBe("failed");
});
