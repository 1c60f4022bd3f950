import {
  programArguments,
  programEnvironment,
} from "../../../../../lab/plugins/languageNodejs/programCommand";
import type { RunSettings } from "../../../../../lab/plugins/languageNodejs/programCommand";

const run: RunSettings = {
  monitorAddress: "127.0.0.1:1",
  engineAddress: "127.0.0.1:2",
  organization: "organization",
  project: "kecs",
  stack: "dev",
  rootDirectory: "/project",
  programDirectory: "/project/program",
  entryPoint: "index.ts",
  args: [],
  parallel: 8,
  dryRun: true,
  config: new Map([
    ["kecs:ports", "{}"],
    ["kecs:config:name", "x"],
  ]),
  configSecretKeys: ["kecs:name"],
};

describe("the command of a program", () => {
  it("names the engine, the project and the program", () => {
    const options = { typescript: true, tsconfig: undefined, nodeargs: ["--trace-warnings"] };
    expect(programArguments("/sdk/run", run, options)).toEqual([
      "--trace-warnings",
      "/sdk/run",
      ...["--monitor", "127.0.0.1:1", "--engine", "127.0.0.1:2"],
      ...["--organization", "organization", "--project", "kecs"],
      ...["--root-directory", "/project", "--stack", "dev", "--pwd", "/project/program"],
      ...["--parallel", "8", "--dry-run", "index.ts"],
    ]);
  });

  it("carries configuration and options in its environment", () => {
    const options = { typescript: true, tsconfig: "tsconfig.pulumi.json", nodeargs: [] };
    expect(programEnvironment(run, options)).toEqual({
      PULUMI_CONFIG: '{"kecs:config:ports":"{}","kecs:config:name":"x"}',
      PULUMI_CONFIG_SECRET_KEYS: '["kecs:name"]',
      PULUMI_NODEJS_TYPESCRIPT: "true",
      PULUMI_NODEJS_TSCONFIG_PATH: "tsconfig.pulumi.json",
    });
  });

  it("asks for no TypeScript where a project does not want it", () => {
    const options = { typescript: false, tsconfig: undefined, nodeargs: [] };
    expect(programEnvironment(run, options)).not.toHaveProperty("PULUMI_NODEJS_TYPESCRIPT");
  });
});
