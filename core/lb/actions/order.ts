import type { ActionValues } from "./values";

/** Actions in the order in which they apply, each with its place in the list. */
export function inOrder(
  actions: readonly ActionValues[],
): { readonly action: ActionValues; readonly index: number }[] {
  return actions
    .map((action, index) => ({ action, index, order: action.order ?? index + 1 }))
    .sort((a, b) => a.order - b.order);
}
