// eslint-disable-next-line no-control-regex -- what XML cannot hold, escaped or not
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export function fitsXml(text: string): boolean {
  return text.search(NO_XML) < 0;
}

/** A text without what XML cannot hold. */
export function asXmlText(text: string): string {
  return text.replace(NO_XML, "\uFFFD");
}
