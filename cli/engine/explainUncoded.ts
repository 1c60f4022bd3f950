import { problem, type Code, type Issue } from "../../core/validate";
import { printable } from "../../core/text/printable";
import { bare } from "../../core/validate/parseIssues";

const VERBOSE = "run the command again with --verbose to see Pulumi's whole output";
const MOST_LINES = 6;
const LONGEST = 400;
/** Frames of a stack that are not the user's program. */
const FOREIGN_FRAME = /^\s+at .*(node_modules|node:|\(<anonymous>\)|\(native\))/;
/** How k3d marks a line, as a terminal has it and as a file. */
const K3D_LINE = /^(?:(ERRO|FATA|WARN|INFO)\[\d+\]\s*|time="[^"]*" level=(\w+) msg="(.*)"\s*$)/;
const PASSPHRASES = [
  [
    /passphrase must be set/,
    "set PULUMI_CONFIG_PASSPHRASE: KECS has none for this stack, and sets none for a backend of your own; earlier versions of KECS used the empty one: export PULUMI_CONFIG_PASSPHRASE=''",
  ],
  [
    /incorrect passphrase/,
    "set PULUMI_CONFIG_PASSPHRASE to the passphrase of the stack, and of those that it reads, or unset it",
  ],
] as const;
/** How the command provider quotes the command line that failed: of an earlier KECS, a whole script. */
const COMMAND_LINE = /\brunning "(?:[^"\\]|\\.)*":\s*/s;
const PULL = /pull(ing)? (access denied|image)|failed to pull|manifest unknown|no such image/i;

/** A failure that has no code of its own, in a few lines: what, why and what to do. */
export function explainUncoded(text: string, urn: string): Issue {
  const path = resourceName(urn);
  if (COMMAND_LINE.test(text)) {
    return commandFailure(text.replace(COMMAND_LINE, "\n"), path, codeOf(urn));
  }
  const hint = PASSPHRASES.find(([said]) => said.test(text))?.[1] ?? VERBOSE;
  return problem("KECS3003", path, shortened(text), hint);
}

/** Commands of KECS's own are about the cluster or an image in it; others are the user's. */
function codeOf(urn: string): Code {
  const types = urn.split("::")[2] ?? "";
  if (types.includes("kecs:instance:")) return "KECS3004";
  return types.includes("kecs:ecs:Image$") ? "KECS3009" : "KECS3003";
}

/** k3d's, docker's or kubectl's own words of what went wrong; the first error is the cause. */
function commandFailure(text: string, path: string, code: Code): Issue {
  const lines = printable(text)
    .split("\n")
    .map(wordsOf)
    .filter(({ words }) => words !== "" && !/^exit status \d+:?$/.test(words));
  const cause = lines.find(({ isError }) => isError) ?? lines.at(-1);
  const message = cause === undefined ? "it failed without a message" : cut(cause.words);
  const hint = PULL.test(message)
    ? "check the name of the image (kecs:k3sImage, kecs:traefikImage) and that its registry can be reached"
    : "run the command again; with --verbose it shows the whole output of the programs";
  return problem(code, path, message, hint);
}

function wordsOf(line: string): { readonly words: string; readonly isError: boolean } {
  const [mark, terminal = "", level = "", inFile] = K3D_LINE.exec(line.trim()) ?? [];
  const rest = mark === undefined ? line : (inFile ?? line.trim().slice(mark.length));
  return {
    words: bare(rest).replaceAll('\\"', '"'),
    isError:
      terminal === "ERRO" || level === "error" || /^(Error|error|ERROR):? /.test(line.trim()),
  };
}

/** A text of another program without what only fills the screen. */
export function shortened(text: string): string {
  const lines = text
    .split("\n")
    .filter((line) => line.trim() !== "" && !FOREIGN_FRAME.test(line))
    .map((line, i) => cut(i === 0 ? bare(line) : line));
  const more = lines.length > MOST_LINES ? ["  …"] : [];
  return [...lines.slice(0, MOST_LINES), ...more].join("\n");
}

function cut(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** `Deployment("sample")` for the URN of a Kubernetes Deployment of that name. */
export function resourceName(urn: string): string {
  const [, , types, name] = urn.split("::");
  if (types === undefined || name === undefined || types.endsWith("pulumi:Stack")) return "";
  const kind = types.split("$").at(-1)?.split(":").at(-1) ?? "";
  return `${kind}("${name}")`;
}
