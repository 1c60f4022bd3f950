const WITH_VALUE = ["--task", "--container", "--stack", "--instance"];

/**
 * The arguments of `kecs exec` with a `--` before the command that is to run, so that the options
 * of that command stay its own: `kecs exec web --task 3f2a ls -l`.
 */
export function execArguments(argv: readonly string[]): string[] {
  if (argv[0] !== "exec") return [...argv];
  let operands = 0;
  for (let i = 1; i < argv.length; i += 1) {
    const argument = argv[i] ?? "";
    if (argument === "--") break;
    if (WITH_VALUE.includes(argument)) i += 1;
    else if (!argument.startsWith("-") && (operands += 1) === 2) {
      return [...argv.slice(0, i), "--", ...argv.slice(i)];
    }
  }
  return [...argv];
}
