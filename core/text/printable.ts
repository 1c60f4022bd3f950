/* eslint-disable no-control-regex -- control characters are what this file is about */

/** Colours and the like: what a terminal may take from a text that is not ours. */
const STYLES = /\x1b\[[\d;:]*m/g;
/** Control characters (C0 but for tabs and line feeds, DEL, C1), and what turns the reading direction. */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A text of another program without anything that steers a terminal: colours are left out, other
 * control characters are shown by their escapes, such as `\x1b`. Tabs and line feeds stay.
 */
export function printable(text: string): string {
  return withoutControls(text.replace(STYLES, "").replace(/\r+(?=\n|$)/g, ""));
}

/** The same, but that colours stay, and end with the text. */
export function printableInColour(text: string): string {
  const parts = text.replace(/\r+$/, "").split(/(\x1b\[[\d;:]*m)/);
  // Every second part is what the expression found.
  const clean = parts.map((part, i) => (i % 2 === 1 ? part : withoutControls(part))).join("");
  return parts.length > 1 ? `${clean}\x1b[0m` : clean;
}

/** JSON in which no control character is left as it is: `JSON.stringify` leaves those from 127 on. */
export function printableJson(json: string): string {
  return json.replace(/[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, unicodeEscape);
}

function withoutControls(text: string): string {
  return text.replace(CONTROLS, (character) => {
    if (character === "\r") return "\\r";
    const code = character.charCodeAt(0);
    return code < 0x80 ? `\\x${code.toString(16).padStart(2, "0")}` : unicodeEscape(character);
  });
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
