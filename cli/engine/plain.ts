/** A text without Pulumi's colour marks and the blanks around it. */
export function plain(text: string): string {
  return text.replace(/<\{%.*?%\}>/g, "").trim();
}
