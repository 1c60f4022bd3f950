import type { Answer } from "../client/answer";
import { sendHttp1 } from "../client/sendHttp1";
import { sendHttp2 } from "../client/sendHttp2";
import { sendWebSocket, type WebSocketAnswer } from "../client/sendWebSocket";
import type { Wire } from "../client/wire";
import { FRAME } from "../compare";
import { valuesOf } from "../client/answer";

/** Sends a request as often as is asked, one after the other. */
export async function send(
  wire: Wire,
  { repeat = 1, webSocket = false } = {},
): Promise<(Answer | WebSocketAnswer)[]> {
  const filled = await withCookies(wire);
  const answers: (Answer | WebSocketAnswer)[] = [];
  for (let i = 0; i < repeat; i += 1) {
    answers.push(await (webSocket ? sendWebSocket(filled, [FRAME]) : sendOnce(filled)));
  }
  return answers;
}

export function sendOnce(wire: Wire): Promise<Answer> {
  return wire.version === "2" ? sendHttp2(wire) : sendHttp1(wire);
}

const PLACEHOLDER = /\$([A-Z][A-Z0-9-]*)/g;

/** Puts the cookies of a first answer in the place of `$AWSALB` and its like. */
async function withCookies(wire: Wire): Promise<Wire> {
  const isCookie = ([name]: readonly [string, string]): boolean => name.toLowerCase() === "cookie";
  const wanted = wire.headers
    .filter(isCookie)
    .flatMap(([, value]) => value.match(PLACEHOLDER) ?? []);
  if (wanted.length === 0) return wire;
  const headers = wire.headers.filter((header) => !isCookie(header));
  const cookies = valuesOf((await sendOnce({ ...wire, headers })).headers, "set-cookie");
  const filled = wire.headers.map(([name, value]) => {
    const text = value.replace(PLACEHOLDER, (_, cookie: string) => {
      const pair = cookies.find((one) => one.startsWith(`${cookie}=`))?.split(";")[0];
      if (pair === undefined) throw new Error(`the first answer sets no cookie ${cookie}`);
      return pair;
    });
    return [name, isCookie([name, value]) ? text : value] as const;
  });
  return { ...wire, headers: filled };
}
