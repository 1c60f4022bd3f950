/** A program that is built from a Go module below lab/go. */
export interface GoProgram {
  /** The name of its file. */
  readonly name: string;
  readonly version?: string;
  /** The folder below lab/go with its go.mod and go.sum. */
  readonly module: string;
  readonly package: string;
  /** Linker variables, `import/path.Name` to value. */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Modules of which the build uses a changed copy: folder (the `replace` target of go.mod, and
   * below overlay/ the changes) to module path.
   */
  readonly overlays?: Readonly<Record<string, string>>;
  /** Whether it is for people to call, and not just for an image. */
  readonly onPath?: boolean;
  /** Other names it is called by, as links. */
  readonly links?: readonly string[];
  /** The program to build before, because both share most of their packages. */
  readonly after?: string;
}

/**
 * Arguments for `go`. No symbol table (-s -w), and no debug information made only for the linker
 * to drop; both must be the same for all programs, or they share no compiled packages.
 */
export function buildArguments(go: string, program: GoProgram, output: string): string[] {
  const variables = Object.entries(program.variables ?? {}).map(
    ([name, value]) => `-X ${name}=${value}`,
  );
  return [
    go,
    "build",
    "-buildvcs=false",
    "-trimpath",
    "-pgo=off",
    "-gcflags=all=-dwarf=false",
    `-ldflags=${["-s", "-w", ...variables].join(" ")}`,
    "-o",
    output,
    program.package,
  ];
}

/** Loads the packages of a build, which downloads what they need and nothing else. */
export function fetchArguments(go: string, packages: readonly string[]): string[] {
  return [go, "list", "-deps", "-f", '{{""}}', ...packages];
}

/** The user's module proxy settings stay in force; what shapes the result does not. */
export function goEnvironment(goCache: string): Record<string, string> {
  return {
    CGO_ENABLED: "0",
    GOOS: "linux",
    GOARCH: "amd64",
    GOFLAGS: "",
    GOEXPERIMENT: "",
    GOTOOLCHAIN: "local",
    GOWORK: "off",
    GOCACHE: `${goCache}/build`,
    GOMODCACHE: `${goCache}/modules`,
  };
}
