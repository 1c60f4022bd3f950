/** Shorter values are left: they are parts of any text. */
const LEAST_LENGTH = 4;
/** Of a value with several lines each line of this length is a secret as well: logs have lines. */
const LEAST_LINE = 8;
/** From this length on a part of base64 text cannot be mistaken for something else. */
const LEAST_PART = 8;

/**
 * Every form in which a program may write a secret value: as it is, with its blanks collapsed, in
 * base64 (with the alphabet for URLs too, without padding, and as a part of a longer text),
 * percent-encoded, and escaped as JSON, Go and shells do it. None is shorter than four characters.
 */
export function secretForms(value: string): string[] {
  if (value.length < LEAST_LENGTH) return [];
  const lines = value.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.length >= LEAST_LINE);
  const forms = [
    value,
    ...base64Forms(value),
    ...percentForms(value),
    ...[value, ...(lines.length > 1 ? lines : [])].flatMap(textForms),
  ];
  return [...new Set(forms)].filter((form) => form.length >= LEAST_LENGTH);
}

function textForms(text: string): string[] {
  const json = jsonEscaped(text);
  return [
    text,
    text.trim().replace(/\s+/g, " "),
    json,
    jsonEscaped(json),
    ...[json, jsonEscaped(json)].map(withoutMarkup),
    asciiOnly(json),
    goQuoted(text),
    text.replaceAll("'", `'\\''`),
    text.replaceAll("'", `'"'"'`),
    text.replace(/[\\"$`]/g, "\\$&"),
    text.replace(/[^\w%+,./:@\u0080-\uffff-]/g, "\\$&"),
  ];
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Go's JSON escapes what means something in HTML, and the line ends of JavaScript. */
function withoutMarkup(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, escapedUnit);
}

function asciiOnly(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, escapedUnit);
}

function escapedUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const GO: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};

/** As strconv.Quote of Go writes it, without the quotation marks. */
function goQuoted(text: string): string {
  return (
    text
      .replace(/[\\"]/g, "\\$&")
      // Control characters are what is to be found here.
      // eslint-disable-next-line no-control-regex
      .replace(/[\x00-\x1f\x7f]/g, (character) => {
        const code = character.charCodeAt(0).toString(16).padStart(2, "0");
        return GO[character] ?? `\\x${code}`;
      })
  );
}

function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value);
  const standard = [bytes.toString("base64"), ...base64Parts(bytes)];
  return standard.flatMap((form) => {
    const bare = form.replace(/=+$/, "");
    return [
      form,
      bare,
      ...[form, bare].map((each) => each.replaceAll("+", "-").replaceAll("/", "_")),
    ];
  });
}

/**
 * What of a value is the same in every longer text in base64, for each of the three places that it
 * can have in a group of three bytes: the characters that hold bits of its neighbours are left out.
 */
function base64Parts(bytes: Buffer): string[] {
  return [0, 1, 2]
    .map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
      const whole = Math.floor(((before + bytes.length) * 8) / 6);
      return text.slice(before === 0 ? 0 : before + 1, whole);
    })
    .filter((part) => part.length >= LEAST_PART);
}

/** `encodeURIComponent` refuses half characters; this never does. */
function percentForms(value: string): string[] {
  const encode = (kept: RegExp, blank: string): string =>
    [...Buffer.from(value)]
      .map((byte) => {
        const character = String.fromCharCode(byte);
        if (character === " ") return blank;
        if (byte < 0x80 && kept.test(character)) return character;
        return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
      })
      .join("");
  const forms = [
    encode(/[\w.~!'()*-]/, "%20"),
    encode(/[\w.~-]/, "%20"),
    encode(/[\w.~-]/, "+"),
    encode(/[\w.*-]/, "+"),
  ];
  return [
    ...forms,
    ...forms.map((form) => form.replace(/%[\dA-F]{2}/g, (hex) => hex.toLowerCase())),
  ];
}
