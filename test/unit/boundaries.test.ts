import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/* A small project that breaks each border once: what .dependency-cruiser.cjs holds, and what it lets be. */

const ROOT = join(__dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "kecs-borders-"));

/** Each file, and what it imports. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  "core/a.ts": ["../cluster/a", "node:crypto"],
  "core/pulumi.ts": ["@pulumi/pulumi"],
  "core/type.ts": ["type @pulumi/pulumi"],
  "core/file.ts": ["node:fs"],
  "cluster/a.ts": ["node:fs", "../core/file"],
  "cluster/up.ts": ["../components/a"],
  "cluster/pulumi.ts": ["@pulumi/pulumi"],
  "api/up.ts": ["../components/a", "../core/lb/between", "../cluster/k3d"],
  "cluster/k3d.ts": [],
  "cluster/door.ts": ["../api/up"],
  "components/door.ts": ["../api/up"],
  "api/wire/a.ts": ["../operations/a", "@aws-sdk/core"],
  "api/operations/a.ts": ["../store/a", "type @aws-sdk/client-ecs"],
  "api/operations/sdk.ts": ["@aws-sdk/client-ecs"],
  "api/store/a.ts": ["@kubernetes/client-node"],
  "components/a.ts": ["../core/a", "../cluster/a", "@pulumi/pulumi"],
  "components/up.ts": ["../cli/a"],
  "components/stack/a.ts": ["../a"],
  "cli/a.ts": ["../components/a"],
  "cli/b.ts": ["../components/stack/a", "type ../components/a", "type ../lab/a"],
  "cli/lab.ts": ["../lab/a"],
  "cli/machine/lab.ts": ["../../lab/a"],
  "lab/a.ts": ["node:fs"],
  "lab/up.ts": ["../core/a"],
  "core/round.ts": ["./trip"],
  "core/trip.ts": ["./round"],
  "core/alone.ts": [],
  "core/lb/evaluate/a.ts": ["../conditions/host/match"],
  "core/lb/conditions/host/match.ts": [],
  // Not by itself, and yet it gets there.
  "core/lb/translate/a.ts": ["../between"],
  "core/lb/between.ts": ["./conditions/host/evaluate"],
  "core/lb/conditions/host/evaluate.ts": [],
  // No file of these two imports itself by the other, and yet neither folder comes first.
  "core/x/a.ts": ["../y/a"],
  "core/x/b.ts": [],
  "core/y/a.ts": ["../x/b"],
};

const BROKEN = [
  "core-knows-core core/a.ts cluster/a.ts",
  "core-is-pure core/pulumi.ts @pulumi/pulumi",
  "core-is-pure core/type.ts @pulumi/pulumi",
  "core-asks-nothing core/file.ts fs",
  "cluster-knows-core cluster/up.ts components/a.ts",
  "cluster-knows-core cluster/pulumi.ts @pulumi/pulumi",
  "cluster-knows-core cluster/door.ts api/up.ts",
  "api-knows-core-and-cluster api/up.ts components/a.ts",
  "wire-knows-no-operation api/wire/a.ts api/operations/a.ts",
  "operations-know-no-protocol api/operations/a.ts api/store/a.ts",
  "operations-load-no-sdk api/operations/sdk.ts @aws-sdk/client-ecs",
  "components-know-no-cli components/door.ts api/up.ts",
  "components-know-no-cli components/up.ts cli/a.ts",
  "cli-knows-no-component cli/a.ts components/a.ts",
  "one-door-to-the-lab cli/lab.ts lab/a.ts",
  "lab-is-apart lab/up.ts core/a.ts",
  "evaluation-knows-no-translation core/lb/evaluate/a.ts core/lb/conditions/host/match.ts",
  "translation-knows-no-evaluation core/lb/translate/a.ts core/lb/conditions/host/evaluate.ts",
  "no-circular core/round.ts core/trip.ts",
  "no-orphans core/alone.ts core/alone.ts",
];

const FOLDERS = "no-circular-folders";

interface Cruised {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

beforeAll(() => {
  const importing = (what: string, i: number): string =>
    what.startsWith("type ")
      ? `import type * as t${i} from "${what.slice(5)}";\nexport type T${i} = typeof t${i};\n`
      : `import * as m${i} from "${what}";\nexport const v${i} = m${i};\n`;
  for (const [file, imports] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${imports.map(importing).join("")}export const own = 1;\n`);
  }
  writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "module": "node16" } }');
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("each border that is crossed is reported, and nothing else", async () => {
  const program = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const config = join(ROOT, ".dependency-cruiser.cjs");
  const folders = ["core", "cluster", "api", "components", "cli", "lab"];
  const text = await new Promise<string>((resolve) => {
    const argv = [program, "--config", config, "--output-type", "json", ...folders];
    execFile(process.execPath, argv, { cwd: folder }, (_, stdout) => {
      resolve(stdout);
    });
  });
  const { violations } = (JSON.parse(text) as Cruised).summary;
  const packageOf = (path: string): string =>
    /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
  const reported = violations.map(({ rule, from, to }) => `${rule.name} ${from} ${packageOf(to)}`);
  const ofFolders = reported.filter((line) => line.startsWith(FOLDERS));
  expect(reported.filter((line) => !ofFolders.includes(line)).sort()).toEqual([...BROKEN].sort());
  // A border that is crossed upwards makes a circle of folders too.
  expect(ofFolders).toEqual(
    expect.arrayContaining([`${FOLDERS} core/x core/y`, `${FOLDERS} cluster components`]),
  );
});
