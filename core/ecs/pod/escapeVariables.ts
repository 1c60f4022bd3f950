/**
 * A text that means itself: Kubernetes puts variables in place of `$(NAME)` in commands, arguments,
 * values of variables and commands of probes, and makes one `$` of two. ECS does neither.
 */
export function escapeVariables(text: string): string {
  return text.replace(/\$(?=[$(])/g, "$$$$");
}
