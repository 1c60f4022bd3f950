import { explanation, type Explained } from "../../core/lb/explain/explanation";
import type { Style } from "../ui/style";

/** An explanation for a terminal, with its main lines in bold. */
export function explanationText(explained: Explained, style: Style): string {
  return explanation(explained)
    .map(({ text, isMain }) => (isMain ? style.bold(text) : text))
    .join("\n");
}
