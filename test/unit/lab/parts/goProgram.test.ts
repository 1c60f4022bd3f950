import { isNewEnough } from "../../../../lab/parts/go/goCommand";
import { buildArguments, fetchArguments, goEnvironment } from "../../../../lab/parts/go/goProgram";
import { goPrograms } from "../../../../lab/parts/go/goPrograms";

describe("a Go build", () => {
  it("strips the program and sets its version", () => {
    const program = {
      name: "tool",
      module: "tool",
      package: "example.org/tool",
      variables: { "example.org/tool/version.Version": "v1" },
    };
    expect(buildArguments("go", program, "/out/tool")).toEqual([
      ...["go", "build", "-buildvcs=false", "-trimpath", "-pgo=off", "-gcflags=all=-dwarf=false"],
      "-ldflags=-s -w -X example.org/tool/version.Version=v1",
      ...["-o", "/out/tool", "example.org/tool"],
    ]);
  });

  it("downloads what its packages need and no more", () => {
    expect(fetchArguments("go", [".", "./coredns"])).toEqual([
      ...["go", "list", "-deps", "-f", '{{""}}', ".", "./coredns"],
    ]);
  });

  it("has caches of its own and leaves the module proxy to the user's settings", () => {
    const environment = goEnvironment("/cache/go");
    expect(environment).toMatchObject({
      GOCACHE: "/cache/go/build",
      GOMODCACHE: "/cache/go/modules",
      CGO_ENABLED: "0",
      GOFLAGS: "",
    });
    expect(Object.keys(environment)).not.toContain("GOPROXY");
  });

  it("comes after the one that it shares its packages with", () => {
    const names = goPrograms.map((program) => program.name);
    for (const { name, after } of goPrograms) {
      if (after !== undefined) expect(names.indexOf(after)).toBeLessThan(names.indexOf(name));
    }
  });

  it("gives Pulumi's CLI a version, without which the Automation API refuses it", () => {
    const pulumi = goPrograms.find((program) => program.name === "pulumi");
    expect(pulumi?.variables).toEqual({
      "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": "v3.250.0",
    });
  });

  it.each([
    ["go1.26", true],
    ["go1.26.8", true],
    ["go1.27rc1", true],
    ["go2.0", true],
    ["go1.25.9", false],
    ["go1.9", false],
    ["devel", false],
  ])("with %s on PATH: %s", (version, enough) => {
    expect(isNewEnough(version)).toBe(enough);
  });
});
