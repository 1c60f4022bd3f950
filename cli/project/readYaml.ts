import { isAlias, isMap, parseDocument, visit } from "yaml";
import { KecsError, problem, type Code } from "../../core/validate";

/**
 * The mapping that a YAML text holds; empty where the text is. Errors name a place and a kind, and
 * quote nothing: the parser's own messages show the line, which can be a secret.
 *
 * @throws KecsError of the given code
 */
export function readYaml(text: string, file: string, code: Code): Record<string, unknown> {
  const document = parseDocument(text, { logLevel: "silent" });
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    const { line, col } = mistake.linePos?.[0] ?? { line: 1, col: 1 };
    const kind = mistake.code.toLowerCase().replaceAll("_", " ");
    throw unreadable(file, code, `this is not YAML: line ${line}, column ${col} (${kind})`);
  }
  if (document.contents === null) return {};
  if (!isMap(document.contents)) throw unreadable(file, code, "this YAML is not a mapping");
  visit(document, {
    Alias: (_, alias) => {
      if (isAlias(alias) && alias.resolve(document) !== undefined) return;
      throw unreadable(file, code, "this is not YAML: an alias names no anchor");
    },
  });
  return document.toJS() as Record<string, unknown>;
}

function unreadable(file: string, code: Code, message: string): KecsError {
  const hint =
    "put values that begin with a special character of YAML, such as * or @, into quotation marks";
  return new KecsError([problem(code, file, message, hint)]);
}
