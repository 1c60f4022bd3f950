import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Readable } from "node:stream";
import { lab } from "../../../../cli/machine/lab";
import { prepareMachine } from "../../../../cli/machine/prepare";
import { getTools } from "../../../../cli/machine/tools";
import { consoleOn } from "../../../../cli/ui/console";

jest.mock("../../../../cli/machine/lab");
jest.mock("../../../../cli/machine/tools");
jest.mock("../../../../cli/machine/internet", () => ({
  internetAnswers: () => Promise.reject(new Error("nobody is to be asked")),
}));

const folder = mkdtempSync(join(tmpdir(), "kecs-prepare-"));
const bin = join(folder, "lab", "bin");
const own = join(folder, "own");
const ENVIRONMENT = { PATH: bin, KECS_K3S_IMAGE: "lab/node:1", K3D_IMAGE_TOOLS: "lab/tools:1" };

beforeAll(() => {
  for (const place of [bin, own]) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "k3d"), "#!/bin/sh\n");
    chmodSync(join(place, "k3d"), 0o755);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  jest.spyOn(lab, "environment").mockReturnValue(ENVIRONMENT);
  jest.spyOn(lab, "supported").mockReturnValue(undefined);
  jest.spyOn(lab, "ready").mockResolvedValue(true);
  const versions = { docker: "28.0.0", k3d: "5.8.3", pulumi: "3.250.0" };
  jest.mocked(getTools).mockResolvedValue({ versions, issues: [] });
});

/** The environment after a command was prepared, and what it said. */
async function prepared(given: NodeJS.ProcessEnv, mayBuild: boolean) {
  const said: string[] = [];
  const env: NodeJS.ProcessEnv = { KECS_CACHE_DIR: folder, ...given };
  const io = {
    stdin: Readable.from([]),
    stdout: { write: () => true },
    stderr: { write: (text: string) => said.push(text) },
    env,
    cwd: folder,
    signal: new AbortController().signal,
  };
  const console = consoleOn(io, { quiet: false, verbose: false, debug: false });
  await prepareMachine(io, console, mayBuild, false);
  return { env, said: said.join("") };
}

const PATH = [bin, "/usr/bin"].join(delimiter);

test.each([true, false])(
  "the lab's programs without its variables: enters it (start: %s)",
  async (may) => {
    const up = jest.spyOn(lab, "up");
    const { env, said } = await prepared({ PATH }, may);
    expect(env).toMatchObject({
      PATH,
      KECS_K3S_IMAGE: "lab/node:1",
      K3D_IMAGE_TOOLS: "lab/tools:1",
    });
    expect(said.includes("are the lab's")).toBe(may);
    expect(up).not.toHaveBeenCalled();
  },
);

test("keeps an image that the user chose", async () => {
  const { env } = await prepared({ PATH, KECS_K3S_IMAGE: "mine:1" }, true);
  expect(env).toMatchObject({ KECS_K3S_IMAGE: "mine:1", K3D_IMAGE_TOOLS: "lab/tools:1" });
});

test.each<[string, NodeJS.ProcessEnv]>([
  ["a shell that is in the lab", { ...ENVIRONMENT, PATH }],
  ["programs of the user's own before it", { PATH: [own, bin].join(delimiter) }],
  ["programs of the user's own", { PATH: own }],
  ["KECS_LAB=never", { PATH, KECS_LAB: "never" }],
])("%s: nothing is added", async (_, given) => {
  const { env } = await prepared(given, true);
  expect(env).toEqual({ KECS_CACHE_DIR: folder, ...given });
});
