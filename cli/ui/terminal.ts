import type { TextStream } from "../io";

/** What a stream can show. */
export interface Terminal {
  readonly colour: boolean;
  /** Whether a line may be drawn over: a terminal that a person looks at. */
  readonly live: boolean;
  readonly unicode: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

export function terminalOf(stream: TextStream, env: Variables): Terminal {
  const isTerminal = stream.isTTY === true;
  const isDumb = env["TERM"] === "dumb";
  return {
    colour: wantsColour(env) ?? (isTerminal && !isDumb),
    live: isTerminal && !isDumb && !isSet(env["CI"]),
    unicode: /utf-?8/i.test(env["LC_ALL"] ?? env["LC_CTYPE"] ?? env["LANG"] ?? ""),
  };
}

/** Whether a question may be asked: never in CI, and not where nobody can answer. */
export function canAsk(
  input: { readonly isTTY?: boolean },
  output: TextStream,
  env: Variables,
): boolean {
  return input.isTTY === true && output.isTTY === true && !isSet(env["CI"]);
}

/** What NO_COLOR (https://no-color.org) and FORCE_COLOR ask for, if anything. */
function wantsColour(env: Variables): boolean | undefined {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const force = env["FORCE_COLOR"];
  return force === undefined ? undefined : isSet(force) || force === "";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}
