/** Settings of every Pulumi that KECS starts: it sends nothing of its own accord. */
export const PULUMI_SETTINGS = {
  PULUMI_SKIP_UPDATE_CHECK: "true",
} as const;

/** Puts them in place; what the user set stays. */
export function silencePulumi(env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(PULUMI_SETTINGS)) env[name] ??= value;
}
