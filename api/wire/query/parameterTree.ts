import { MAXIMUM_DEPTH } from "../protocol/limits";
import { Refusal } from "../protocol/refusal";

/** A parameter by the parts of its name: `A.B=x` is the value x of B in A. */
export interface ParameterTree {
  /** The whole name, as the caller wrote it. */
  readonly name: string;
  value?: string;
  readonly below: Map<string, ParameterTree>;
}

/** @throws Refusal for a name with too many parts, or an empty one */
export function parameterTree(parameters: ReadonlyMap<string, string>): ParameterTree {
  const root: ParameterTree = { name: "", below: new Map() };
  for (const [name, value] of parameters) {
    const parts = name.split(".", MAXIMUM_DEPTH + 1);
    if (parts.length > MAXIMUM_DEPTH || parts.includes("")) {
      throw new Refusal("malformedInput", `'${shown(name)}' is not the name of a parameter.`);
    }
    parts.reduce((node, part) => descend(node, part), root).value = value;
  }
  return root;
}

function descend(node: ParameterTree, part: string): ParameterTree {
  const known = node.below.get(part);
  if (known !== undefined) return known;
  const name = node.name === "" ? part : `${node.name}.${part}`;
  const made = { name, below: new Map<string, ParameterTree>() };
  node.below.set(part, made);
  return made;
}

function shown(name: string): string {
  return name.length > 128 ? `${name.slice(0, 128)}...` : name;
}
