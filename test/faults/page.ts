import type { Expectation, FaultRow, Kept } from "./row";

const HEAD = `# What an instance survives

\`npm run faults\` brings about each of these on a real cluster and looks at what comes of it; \`npm run faults -- --short\` runs the rows
that are marked, and \`--only CON-06\` one of them. After each row the URLs answer again, or nothing of the instance is left where it was to be
removed; no container or file of a command stays behind, and your own kubeconfig is as it was. A command that takes longer than seven
minutes, shows a stack trace or a script, or calls itself broken fails its row.

What does not hold yet: where somebody gives the Deployment of a service another image by hand, the URLs go on to answer, but \`kecs start\` waits
for that image until the time of the service is over (ten minutes); \`pulumi up --refresh\` heals it at once.
`;

const KEEPS: Readonly<Record<Kept, string>> = {
  tasks: "answers; the tasks run on",
  cluster: "answers, in the same cluster",
  nothing: "answers, in a new cluster",
};

/** docs/reliability.md. */
export function reliabilityPage(rows: readonly FaultRow[]): string {
  const lines = rows.map(({ id, situation, before, command, expect, isShort, interrupt }) => {
    const cells = [
      `${id}${isShort === true ? " \\*" : ""}`,
      before,
      situation.replaceAll("|", "\\|"),
      `\`${commandText(command)}\``,
      interrupt === undefined ? outcome(expect) : afterInterrupt(expect),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `${HEAD}
| row | the instance is | what happens | command | what comes of it |
| --- | --- | --- | --- | --- |
${lines.join("\n")}
`;
}

function commandText(command: readonly string[]): string {
  return command.filter((word) => !word.startsWith("--stack") && word !== "$STACK").join(" ");
}

function outcome(expect: Expectation): string {
  if ("refuses" in expect) return `${expect.refuses}, exit ${expect.exit}; answers after a start`;
  if ("removes" in expect) return "nothing is left";
  if ("ends" in expect) return "ends; answers after a start";
  return expect.warns === undefined
    ? KEEPS[expect.keeps]
    : `${KEEPS[expect.keeps]}, with ${expect.warns}`;
}

function afterInterrupt(expect: Expectation): string {
  return "removes" in expect ? "the next one removes all of it" : "the next start answers";
}
