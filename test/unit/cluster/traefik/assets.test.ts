import { readFileSync } from "node:fs";
import { join } from "node:path";
import { definitions, pluginFiles, TRAEFIK_VERSION } from "../../../../cluster/traefik/assets";
import { role } from "../../../../cluster/traefik/manifests";
import { DEFAULT_TRAEFIK_IMAGE } from "../../../../cluster/machine/settings";

const PLURALS = [
  "ingressroutes",
  "ingressroutetcps",
  "ingressrouteudps",
  "middlewares",
  "middlewaretcps",
  "serverstransports",
  "serverstransporttcps",
  "tlsoptions",
  "tlsstores",
  "traefikservices",
];

test("brings along the definitions of all kinds that Traefik watches", () => {
  expect([...definitions().keys()]).toEqual(PLURALS);
  expect([...definitions().values()].map(({ metadata }) => metadata.name)).toEqual(
    PLURALS.map((plural) => `${plural}.traefik.io`),
  );
});

test("lets Traefik list every kind that it has a definition of", () => {
  const rule = role().rules.find(({ apiGroups }) => apiGroups.includes("traefik.io"));
  expect([...(rule?.resources ?? [])].sort()).toEqual([...PLURALS].sort());
});

test("deploys the Traefik whose definitions it brings along", () => {
  expect(DEFAULT_TRAEFIK_IMAGE).toBe(`traefik:${TRAEFIK_VERSION}`);
  const { minor } = /^v3\.(?<minor>\d+)\./.exec(TRAEFIK_VERSION)?.groups ?? {};
  const versions = [...texts().values()].flatMap((text) =>
    [...text.matchAll(/doc\.traefik\.io\/traefik\/v3\.(\d+)\//g)].map(([, of]) => of),
  );
  expect([...new Set(versions)]).toEqual([minor]);
});

test("leaves out what fields are for, and nothing else", () => {
  const words = (text: string): Record<string, number> => {
    const found: Record<string, number> = {};
    for (const [, word = ""] of text.matchAll(/"(\w+)":/g)) found[word] = (found[word] ?? 0) + 1;
    return found;
  };
  for (const [plural, definition] of definitions()) {
    const { description, ...kept } = words(JSON.stringify(JSON.parse(texts().get(plural) ?? "")));
    expect(description).toBeGreaterThan(0);
    expect(words(JSON.stringify(definition))).toEqual(kept);
  }
});

/** The definitions' files. */
function texts(): ReadonlyMap<string, string> {
  const folder = join(__dirname, "../../../../cluster/traefik/crds");
  return new Map(
    PLURALS.map((plural) => [plural, readFileSync(join(folder, `${plural}.crd.json`), "utf8")]),
  );
}

test("hands Traefik the plugin's files, all sources of one package", () => {
  const files = pluginFiles();
  expect(Object.keys(files)).toEqual([
    ".traefik.yml",
    "address.go",
    "albaction.go",
    "answers.go",
    "api.go",
    "documents.go",
    "forward.go",
    "go.mod",
    "healthcheck.go",
    "limits.go",
    "metadata.go",
    "pod.go",
    "prelude.go",
    "target.go",
    "targets.go",
    "task.go",
    "timeout.go",
  ]);
  expect(files[".traefik.yml"]).toContain("import: kecs.local/albaction");
  expect(files["go.mod"]).toContain("module kecs.local/albaction");
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith(".go")) expect(text).toMatch(/^package albaction$/m);
  }
});
