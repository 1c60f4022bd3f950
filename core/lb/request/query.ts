/** A parameter of a query, decoded. */
export interface Parameter {
  readonly key: string;
  readonly value: string;
}

/** Reads a query as a form does: `&` parts parameters, `+` is a blank, `;` is like any other. */
export function readQuery(query: string): Parameter[] {
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      return equals === -1
        ? { key: decoded(part), value: "" }
        : { key: decoded(part.slice(0, equals)), value: decoded(part.slice(equals + 1)) };
    });
}

/** The query as a target sees it: a semicolon, which some programs take for a `&`, is escaped. */
export function queryForTarget(query: string): string {
  return query.replaceAll(";", "%3B");
}

/** A text with a wrong escape is taken as it is. */
function decoded(text: string): string {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return text;
  const blanks = text.replaceAll("+", " ");
  return blanks.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );
}
