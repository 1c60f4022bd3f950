/** One place of a pattern: a character that stands for itself, one character, or any run of them. */
type Place = { readonly character: string } | "one" | "run";

/** How a pattern is read and compared. */
export interface PatternOptions {
  /** Whether letters of ASCII match in either case. */
  readonly anyCase?: boolean;
  /** Whether `\*`, `\?` and `\\` stand for the characters themselves. */
  readonly escapes?: boolean;
}

/** Whether a whole text fits a pattern with AWS's wildcards: `*` is any run, also none, `?` is one. */
export function fits(pattern: string, text: string, options: PatternOptions = {}): boolean {
  const fold = options.anyCase === true ? lowerCase : same;
  const places = readPattern(fold(pattern), options.escapes === true);
  const characters = Array.from(fold(text));

  let [place, at] = [0, 0];
  // Where to go on when it fails: behind the last run, which then takes one character more.
  let retry: { readonly place: number; readonly at: number } | undefined;
  while (at < characters.length) {
    const current = places[place];
    if (current === "run") {
      retry = { place: place + 1, at };
      place += 1;
    } else if (current !== undefined && takes(current, characters[at])) {
      place += 1;
      at += 1;
    } else if (retry !== undefined) {
      retry = { place: retry.place, at: retry.at + 1 };
      ({ place, at } = retry);
    } else {
      return false;
    }
  }
  return places.slice(place).every((rest) => rest === "run");
}

function takes(place: Exclude<Place, "run">, character: string | undefined): boolean {
  return place === "one" || place.character === character;
}

function readPattern(pattern: string, escapes: boolean): Place[] {
  const places: Place[] = [];
  const characters = Array.from(pattern);
  for (let i = 0; i < characters.length; i += 1) {
    const character = characters[i] ?? "";
    const next = characters[i + 1] ?? "";
    if (escapes && character === "\\" && ["*", "?", "\\"].includes(next)) {
      places.push({ character: next });
      i += 1;
    } else if (character === "*") places.push("run");
    else places.push(character === "?" ? "one" : { character });
  }
  return places;
}

/** Lower case of ASCII alone: what HTTP compares without case holds nothing else. */
export function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function same(text: string): string {
  return text;
}
