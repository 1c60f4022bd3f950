import path from "node:path";

/** Tells by their paths which files a .dockerignore keeps out of the build. */
export interface Ignore {
  readonly hasExceptions: boolean;
  ignores(file: string): boolean;
}

/** Reads a .dockerignore: https://docs.docker.com/build/concepts/context/#dockerignore-files */
export function parseIgnore(text: string): Ignore {
  const rules = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const exception = line.startsWith("!");
      const pattern = path.posix
        .normalize((exception ? line.slice(1) : line).trim())
        .replace(/^\/+|\/+$/g, "");
      return { exception, matches: expressionOf(pattern) };
    });
  return {
    hasExceptions: rules.some(({ exception }) => exception),
    ignores: (file) => {
      const paths = withParents(file);
      const last = rules.filter(({ matches }) => paths.some((each) => matches.test(each))).at(-1);
      return last !== undefined && !last.exception;
    },
  };
}

function withParents(file: string): string[] {
  const parts = file.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

const tokens = /\*\*\/?|\*|\?|\[[^\]]*\]|\\.|[^*?[\\]+|./gs;

function expressionOf(pattern: string): RegExp {
  const source = [...pattern.matchAll(tokens)].map(([token]) => {
    if (token.startsWith("**")) return token.endsWith("/") ? "(?:.*/)?" : ".*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (token.startsWith("[")) return token;
    return escape(token.startsWith("\\") && token.length > 1 ? token.slice(1) : token);
  });
  return new RegExp(`^${source.join("")}$`, "s");
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
