import { homedir } from "node:os";
import { ensureAuthority, findAuthority } from "../../cluster/authority/authorityFiles";
import { authorityFile } from "../../cluster/authority/dataFolder";
import { KecsError, problem } from "../../core/validate";
import { lastLine } from "../../core/text/lastLine";
import { run } from "../../cluster/process/run";
import { interrupted } from "../interrupted";
import {
  installCommands,
  nssLookup,
  uninstallCommands,
} from "../../cluster/authority/trustCommands";
import { authorityFacts, type AuthorityFacts } from "../../cluster/authority/authorityFacts";
import { isTrusted, getTrustMachine } from "../../cluster/authority/trustStores";
import { commandText, explain, explainAbsence, indented } from "../text/trustText";
import { confirm } from "../ui/confirm";
import { canAsk } from "../ui/terminal";
import type { Command, Context, Outcome } from "../command";

type Argv = readonly string[];

/** The options of `kecs trust`. */
interface TrustOptions {
  readonly install?: boolean;
  readonly uninstall?: boolean;
  readonly yes?: boolean;
}

/** `kecs trust`: explains the local certificate authority; lets the system trust it where --install asks for it. */
export const trust: Command<TrustOptions> = {
  name: "trust",
  summary: "explain the certificate authority of HTTPS, and how to trust it",
  options: [
    { flags: "--install", summary: "make this system trust it" },
    { flags: "--uninstall", summary: "make this system stop trusting it" },
    { flags: "--yes", summary: "do not ask for confirmation" },
  ],
  isOfMachine: true,
  async run(context) {
    const { install = false, uninstall = false } = context.options;
    if (install && uninstall) {
      throw new KecsError([
        problem("KECS4001", "--uninstall", "contradicts --install", "give one of the two"),
      ]);
    }
    if (install) return installIt(context);
    return uninstall ? uninstallIt(context) : explainIt(context);
  },
};

async function explainIt({ io }: Context<TrustOptions>): Promise<Outcome> {
  const file = authorityFile(io.env);
  const authority = await findAuthority(io.env);
  if (authority === undefined) {
    return { data: { file, exists: false }, text: explainAbsence(file) };
  }
  const facts = authorityFacts(file, authority.certificate);
  const trusted = isTrusted(authority.certificate);
  const machine = getTrustMachine(io.env, homeOf(io.env));
  const commands = (trusted === true ? uninstallCommands : installCommands)(facts, machine);
  return {
    data: { exists: true, ...facts, trusted: trusted ?? null, commands },
    text: explain(facts, trusted, commands),
  };
}

async function installIt(context: Context<TrustOptions>): Promise<Outcome> {
  const { env } = context.io;
  const { certificate } = await ensureAuthority(env);
  const facts = authorityFacts(authorityFile(env), certificate);
  const commands = installCommands(facts, getTrustMachine(env, homeOf(env)));
  if (commands.length === 0) throw noStore(facts);
  await agree(context, `Everything that uses these stores will trust ${facts.name}`, commands);
  await perform(context, commands);
  return {
    data: { ...facts, trusted: isTrusted(certificate) ?? null, commands },
    text: `${facts.name} is trusted; running programs may have to be restarted`,
  };
}

async function uninstallIt(context: Context<TrustOptions>): Promise<Outcome> {
  const { env } = context.io;
  const authority = await findAuthority(env);
  if (authority === undefined) {
    throw new KecsError([
      problem(
        "KECS2008",
        authorityFile(env),
        "there is no local certificate authority to remove from trust stores",
        "remove what an earlier one left by hand: docs/tls.md says where",
      ),
    ]);
  }
  const facts = authorityFacts(authorityFile(env), authority.certificate);
  const machine = getTrustMachine(env, homeOf(env));
  const commands = uninstallCommands(facts, {
    ...machine,
    nssFolders: await withIt(facts, machine.nssFolders),
  });
  if (commands.length === 0) throw noStore(facts);
  await agree(context, `Nothing will trust ${facts.name} any more`, commands);
  await perform(context, commands);
  return {
    data: { ...facts, trusted: isTrusted(authority.certificate) ?? null, commands },
    text: `${facts.name} is not trusted any more`,
  };
}

/** certutil fails to delete what is not there. */
async function withIt(facts: AuthorityFacts, folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => run(nssLookup(facts, folder))));
  return folders.filter((_, i) => found[i]?.code === 0);
}

async function agree(
  { io, options }: Context<TrustOptions>,
  what: string,
  commands: readonly Argv[],
) {
  if (options.yes === true) return;
  if (!canAsk(io.stdin, io.stderr, io.env)) {
    throw new KecsError([
      problem(
        "KECS4003",
        "",
        `trust would run: ${commands.map(commandText).join("; ")}`,
        "add --yes to confirm",
      ),
    ]);
  }
  io.stderr.write(`${what}. This runs:\n${commands.map(indented).join("\n")}\n`);
  if (!(await confirm(io, "Continue?"))) throw interrupted("no trust store was changed");
}

async function perform(
  { console }: Context<TrustOptions>,
  commands: readonly Argv[],
): Promise<void> {
  for (const argv of commands) {
    const text = commandText(argv);
    console.progress.note(text);
    const { code, stdout, stderr } = await run(argv, { timeoutMs: 300_000 });
    console.detail(stdout);
    if (code === 0) continue;
    const why = lastLine(stderr);
    throw new KecsError([
      problem("KECS2008", text, `it ended with "${code}": ${why}`, "run it yourself to see more"),
    ]);
  }
}

function noStore({ file }: AuthorityFacts): KecsError {
  return new KecsError([
    problem(
      "KECS2004",
      "PATH",
      "none of update-ca-certificates, trust, security and certutil is installed",
      `add ${file} to the trust store of your system or browser by its own means`,
    ),
  ]);
}

function homeOf(env: Readonly<Record<string, string | undefined>>): string {
  return env["HOME"] ?? homedir();
}
