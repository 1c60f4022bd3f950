import type { Leniency, LeniencyUse } from "./leniency";
import type { World } from "./world";

const MOST_NAMED = 3;
const MOST_WARNINGS = 50;

/** What the objects of an instance have that has no effect here: a line for each thing, whoever has it. */
export function leniencyWarnings(leniencies: readonly Leniency[], world: World): string[] {
  const lines = leniencies.flatMap(({ uses = () => [], aws, here }) =>
    [...alike(uses(world)).values()].map(
      ([first, ...others]) => `${usersText(first, others)}: on AWS ${aws}; here ${here}`,
    ),
  );
  const more = lines.length - MOST_WARNINGS;
  return more > 0 ? [...lines.slice(0, MOST_WARNINGS), `and ${more} more of the kind`] : lines;
}

type Alike = [LeniencyUse, ...LeniencyUse[]];

/** The uses by what is used: the same fields of the same kind of objects. */
function alike(uses: readonly LeniencyUse[]): Map<string, Alike> {
  const groups = new Map<string, Alike>();
  for (const use of uses) {
    if (use.fields.length === 0) continue;
    const key = JSON.stringify([use.what, use.fields]);
    const present = groups.get(key);
    if (present === undefined) groups.set(key, [use]);
    else present.push(use);
  }
  return groups;
}

function usersText({ what, name, fields }: LeniencyUse, others: readonly LeniencyUse[]): string {
  const names = [name, ...others.map((use) => use.name)];
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  return `${fields.join(", ")} of ${what} ${names.slice(0, MOST_NAMED).join(", ")}${more}`;
}
