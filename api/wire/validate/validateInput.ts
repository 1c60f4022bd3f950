import { MODELS, type Shape } from "./model";
import { constraintsOf } from "./simpleConstraints";
import { shown } from "./shown";

/**
 * What AWS's model says against an input, a sentence each, in AWS's words: `Value 'X' at 'protocol'
 * failed to satisfy constraint: Member must satisfy enum value set: [HTTP, HTTPS]`.
 */
export function validateInput(
  service: string,
  operation: string,
  input: Readonly<Record<string, unknown>>,
): readonly string[] {
  const { operations = {}, shapes = {} } = MODELS[service] ?? {};
  const found: string[] = [];

  const visit = (shape: Shape, value: unknown, at: string): void => {
    for (const { words, fits } of constraintsOf(shape)) {
      if (!fits(value)) found.push(failure(shown(value, shape), at, words));
    }
    if (shape.type === "structure") structure(shape, value as Record<string, unknown>, at);
    if (shape.type === "list") items(shape, value as readonly unknown[], at);
    if (shape.type === "map") entries(shape, value as Record<string, unknown>, at);
  };

  const structure = (shape: Shape, value: Record<string, unknown>, at: string): void => {
    for (const [name, of] of Object.entries(shape.members ?? {})) {
      const place = at === "" ? lowerCamel(name) : `${at}.${lowerCamel(name)}`;
      if (value[name] !== undefined) visit(shapeOf(of), value[name], place);
      else if (shape.required?.includes(name)) {
        found.push(failure(" null", place, "Member must not be null"));
      }
    }
  };

  const items = (shape: Shape, value: readonly unknown[], at: string): void => {
    const item = shapeOf(shape.member);
    if (isComplex(item))
      value.forEach((one, i) => {
        visit(item, one, `${at}.${i + 1}.member`);
      });
    else together(item, value, shown(value, { ...item, ...shape }), at, "Member");
  };

  const entries = (shape: Shape, value: Record<string, unknown>, at: string): void => {
    const of = shapeOf(shape.value);
    together(shapeOf(shape.key), Object.keys(value), "", at, "Map keys");
    if (!isComplex(of)) together(of, Object.values(value), "", at, "Map value");
    else for (const [key, one] of Object.entries(value)) visit(of, one, `${at}.${key}.member`);
  };

  /** AWS says of simple items where their list is, and all that it demands of one. */
  const together = (
    item: Shape,
    values: readonly unknown[],
    value: string,
    at: string,
    what: string,
  ): void => {
    const constraints = constraintsOf(item);
    if (values.every((one) => constraints.every(({ fits }) => fits(one)))) return;
    const all = constraints.map(({ words }) => words).join(", ");
    found.push(failure(value, at, `${what} must satisfy constraint: [${all}]`));
  };

  const shapeOf = (name = ""): Shape => shapes[name] ?? { type: "string" };
  const input$ = operations[operation];
  if (input$ !== undefined) visit(shapeOf(input$), input, "");
  return found;
}

function isComplex({ type }: Shape): boolean {
  return type === "structure" || type === "list" || type === "map";
}

function lowerCamel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function failure(value: string, at: string, words: string): string {
  return `Value${value} at '${at}' failed to satisfy constraint: ${words}`;
}
