/** What stays apart from its escape: a decoded one could end a part of a URL. RFC 3986, 2.2. */
const RESERVED = ":/?#[]@!$&'()*+,;=%";
const UNRESERVED = /[-A-Za-z0-9._~]/;
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

/** Path and query of a request target; an absolute URL brings its host along. */
export interface TargetParts {
  readonly authority?: string;
  readonly path: string;
  /** Without its question mark; absent where there is none. */
  readonly query?: string;
}

export function readTarget(target: string): TargetParts {
  const [, authority, rest] = /^https?:\/\/([^/?]*)(.*)$/is.exec(target) ?? [];
  const local = rest === "" ? "/" : (rest ?? target);
  const mark = local.indexOf("?");
  return {
    ...(authority === undefined ? {} : { authority }),
    path: mark === -1 ? local : local.slice(0, mark),
    ...(mark === -1 ? {} : { query: local.slice(mark + 1) }),
  };
}

/** Whether a percent sign begins no escape. */
export function isMalformedPath(path: string): boolean {
  return /%(?![0-9A-Fa-f]{2})/.test(path);
}

/** The path as a target sees it: escapes that need not be are decoded, the others in capitals. */
export function pathForTarget(path: string): string {
  return path.replace(/%[0-9A-Fa-f]{2}/g, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return UNRESERVED.test(character) ? character : escape.toUpperCase();
  });
}

/** The path as rules see it: only escapes of reserved characters are left, as three characters. */
export function pathForRules(path: string): string {
  return decodePath(path, RESERVED);
}

/** A path with every escape decoded but those of some characters, which are in capitals. */
export function decodePath(path: string, kept: string): string {
  return path.replace(ESCAPES, (run) => {
    const escapes = run.toUpperCase().match(/%../g) ?? [];
    let decoded = "";
    let bytes: number[] = [];
    const flush = (): void => {
      decoded += Buffer.from(bytes).toString("utf8");
      bytes = [];
    };
    for (const escape of escapes) {
      const byte = parseInt(escape.slice(1), 16);
      if (kept.includes(String.fromCharCode(byte))) {
        flush();
        decoded += escape;
      } else bytes.push(byte);
    }
    flush();
    return decoded;
  });
}
