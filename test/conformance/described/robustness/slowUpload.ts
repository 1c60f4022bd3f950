import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { localHost } from "../../../../core/hosts";
import type { DescribedCase } from "../../caseFile";
import { parseAnswer } from "../../client/parseAnswer";
import { compare } from "../../compare";
import { forwardTo } from "../../plan/plan";
import { fixtureName, type Interpretation } from "../described";

const INTERVAL_MS = 2500;

/** `request.body` that arrives in bytes for some seconds. */
export function slowUpload(of: DescribedCase): Interpretation | undefined {
  const body = of.request["body"];
  if (typeof body !== "string") return undefined;
  const [, seconds] = /^bytes arrive every few seconds for (\d+) s$/.exec(body) ?? [];
  if (seconds === undefined) return undefined;
  const name = fixtureName(of);
  return {
    fixture: {
      albs: [
        { name, listeners: [{ port: 80, protocol: "HTTP", defaultActions: forwardTo("one") }] },
      ],
      targetGroups: { one: { targets: ["echo-1"] } },
    },
    run: async ({ outputs }) => {
      const bytes = Math.ceil((Number(seconds) * 1000) / INTERVAL_MS);
      const answer = await upload(outputs.connection.httpPort, localHost(name), bytes);
      return compare({ status: Number(of.expect["status"]) }, [answer]);
    },
  };
}

async function upload(port: number, host: string, bytes: number) {
  const socket = connect({ host: "127.0.0.1", port });
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    socket.on("end", resolve);
    socket.on("error", reject);
  });
  const isOver = ended.then(
    () => true,
    () => true,
  );
  socket.write(
    `POST / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: ${bytes}\r\n\r\n`,
  );
  for (let sent = 0; sent < bytes; sent += 1) {
    if (await Promise.race([isOver, pause(INTERVAL_MS, false)])) break;
    socket.write("x");
  }
  await ended;
  socket.destroy();
  return parseAnswer(Buffer.concat(chunks), "POST");
}
