/*
 * The grammar of https://pkg.go.dev/github.com/distribution/reference: a registry may be in front,
 * a tag and a digest behind. Docker's programs would take a leading dash for an option.
 */
const LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const HOST = `(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const TAG = "[\\w][\\w.-]{0,127}";
const DIGEST = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
const REFERENCE = new RegExp(`^((?:${HOST}/)?${PART}(?:/${PART})*)(?::${TAG})?(?:@${DIGEST})?$`);
const MAX_NAME = 255;

/** Whether a text names an image as Docker does, such as `registry.test:5000/team/web:dev`. */
export function isImageReference(text: string): boolean {
  const name = REFERENCE.exec(text)?.[1];
  return name !== undefined && name.length <= MAX_NAME;
}
