const verbs = ["up", "status", "env", "down"] as const;

export type Verb = (typeof verbs)[number];

export interface LabArguments {
  readonly verb: Verb;
  readonly json: boolean;
}

export const usage = `Usage: npm run lab -- <command> [--json]

  up      make a complete container engine ready, out of package registries alone
  status  tell what is there of it
  env     print the environment to use it in: eval "$(npm run --silent lab -- env)"
  down    stop the Docker daemon that it started

  --json  one JSON document on stdout`;

/** What was asked for; undefined if it is not one of the lab's commands. */
export function parseArguments(words: readonly string[]): LabArguments | undefined {
  const json = words.includes("--json");
  const [word, ...others] = words.filter((one) => one !== "--json");
  const verb = verbs.find((one) => one === word);
  return verb === undefined || others.length > 0 ? undefined : { verb, json };
}
