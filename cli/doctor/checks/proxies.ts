import { connect } from "node:net";
import { failed, ok, warning, type Check, type Verdict } from "../check";

type Variables = Readonly<Record<string, string | undefined>>;

const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"];
const LOOPBACK = ["localhost", "127.0.0.1"];

export interface ProxyFacts {
  readonly env: Variables;
  /** Addresses of proxies on this machine that nobody answers at, such as `127.0.0.1:3128`. */
  readonly silent: readonly string[];
}

/** Whether programs that heed the variables of a proxy get at the internet and at the local URLs. */
export function judgeProxies({ env, silent }: ProxyFacts): Verdict {
  const set = namesOf(env);
  if (set.length === 0) return ok("none is set");
  if (silent.length > 0) {
    return failed(
      "KECS2012",
      `${set.join(", ")} set, and nothing answers at ${silent.join(" and ")}: downloads fail`,
      `start the proxy, or: unset ${set.join(" ")}`,
    );
  }
  const without = `${env["NO_PROXY"] ?? ""},${env["no_proxy"] ?? ""}`
    .split(/[\s,]+/)
    .map((host) => host.replace(/^\./, ""));
  const lacking = without.includes("*") ? [] : LOOPBACK.filter((host) => !without.includes(host));
  if (lacking.length === 0) return ok(`${set.join(", ")} set; NO_PROXY has this machine`);
  return warning(
    "KECS2012",
    `${set.join(", ")} set, and NO_PROXY lacks ${lacking.join(" and ")}: clients ask the proxy for local URLs`,
    `export NO_PROXY="$NO_PROXY,${lacking.join(",")}" no_proxy="$no_proxy,${lacking.join(",")}"`,
  );
}

function namesOf(env: Variables): string[] {
  return PROXIES.filter((name) => (env[name] ?? "") !== "");
}

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Where the proxies of this machine itself are; what is no address is left to who uses it. */
export function localProxies(env: Variables): Address[] {
  const found = namesOf(env).flatMap((name) => {
    const text = env[name] ?? "";
    const url = URL.parse(text.includes("://") ? text : `http://${text}`);
    if (url === null || !/^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)) return [];
    const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
    return [{ host: url.hostname.replace(/[[\]]/g, ""), port }];
  });
  return [...new Map(found.map((one) => [addressText(one), one])).values()];
}

const addressText = ({ host, port }: Address): string => `${host}:${port}`;

function isSilent({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (silent: boolean) => () => {
      socket.destroy();
      resolve(silent);
    };
    socket.once("connect", end(false)).once("error", end(true)).once("timeout", end(true));
  });
}

export const proxies: Check = {
  name: "proxies",
  look: async ({ env }) => {
    const local = localProxies(env);
    const answers = await Promise.all(local.map(isSilent));
    const silent = local.filter((_, i) => answers[i] === true).map(addressText);
    return judgeProxies({ env, silent });
  },
};
