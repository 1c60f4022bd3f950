import { connect, type SecureVersion } from "node:tls";
import { PATIENCE_MS, type ClientCertificate } from "./wire";

/** What a client offers to a TLS server. */
export interface Offer {
  readonly localPort: number;
  readonly serverName: string;
  readonly minVersion?: SecureVersion;
  readonly maxVersion?: SecureVersion;
  readonly alpn?: readonly string[];
  readonly client?: ClientCertificate;
}

/** What came of it. */
export interface Handshake {
  /** `refused`, or the version, such as `1.3`. */
  readonly outcome: string;
  /** Names in the server's certificate. */
  readonly names: readonly string[];
  readonly alpn: string | undefined;
  /** Why it was refused. */
  readonly reason?: string;
}

/** Shakes hands with a local port, with versions that OpenSSL by itself no longer offers too. */
export function shakeHands(offer: Offer): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    const refused = (reason: string): void => {
      resolve({ outcome: "refused", names: [], alpn: undefined, reason });
    };
    const socket = connect({
      host: "127.0.0.1",
      port: offer.localPort,
      servername: offer.serverName,
      rejectUnauthorized: false,
      minVersion: offer.minVersion ?? "TLSv1",
      maxVersion: offer.maxVersion ?? "TLSv1.3",
      ciphers: "DEFAULT@SECLEVEL=0",
      ...(offer.alpn === undefined ? {} : { ALPNProtocols: [...offer.alpn] }),
      ...(offer.client === undefined
        ? {}
        : { cert: offer.client.certificate, key: offer.client.key }),
    });
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy();
      reject(new Error(`no handshake within ${PATIENCE_MS / 1000} s`));
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") reject(error);
      else refused(error.message);
    });
    socket.on("end", () => {
      refused("the server closed the connection");
    });
    socket.on("secureConnect", () => {
      // In TLS 1.3 a server refuses a client's certificate after the client's handshake is done.
      // An HTTP/2 server speaks first; of another one the first word has to be asked for.
      if (socket.alpnProtocol === "h2") return;
      socket.write(`GET / HTTP/1.1\r\nHost: ${offer.serverName}\r\nConnection: close\r\n\r\n`);
    });
    socket.once("data", () => {
      const { subjectaltname = "" } = socket.getPeerCertificate();
      const names = subjectaltname.split(", ").map((name) => name.replace(/^[A-Z a-z]+:/, ""));
      const version = socket.getProtocol()?.replace(/^TLSv1$/, "TLSv1.0") ?? "";
      const alpn = typeof socket.alpnProtocol === "string" ? socket.alpnProtocol : undefined;
      socket.destroy();
      resolve({ outcome: version.replace("TLSv", ""), names, alpn });
    });
  });
}
