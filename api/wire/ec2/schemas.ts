import type { Schema } from "../protocol/schema";
import { operations, shapes } from "./shapes.json";

const NAMESPACE = "com.amazonaws.ec2";
/* The SDK's numbers for schemas. */
const SIMPLE: Readonly<Record<string, number>> = {
  string: 0,
  integer: 1,
  long: 1,
  boolean: 2,
  timestamp: 4,
};
const LIST = 1;
const STRUCTURE = 3;
const OPERATION = 9;

/** A shape by its name, or what a simple one is, and its name in XML. */
type Member = readonly string[];

interface Shape {
  readonly members?: Readonly<Record<string, Member>>;
  readonly member?: Member;
}

const SHAPES: Readonly<Record<string, Shape>> = shapes;

function schemaOf(name: string): Schema {
  const simple = SIMPLE[name];
  if (simple !== undefined) return simple;
  const { members = {}, member } = SHAPES[name] ?? {};
  if (member !== undefined) return [LIST, NAMESPACE, name, 0, memberOf(member)] as Schema;
  const below = Object.values(members).map(memberOf);
  return [STRUCTURE, NAMESPACE, name, 0, Object.keys(members), below] as Schema;
}

function memberOf([of = "", xmlName]: Member): unknown {
  const made = schemaOf(of);
  return xmlName === undefined ? made : [made, { xmlName }];
}

/**
 * The operations of EC2 that KECS has, in the form of the SDK's packages: @aws-sdk/client-ec2 has 28 MB,
 * and hundreds of operations. scripts/aws-constraints.js takes their shapes from AWS's public model.
 */
export const EC2: object = Object.fromEntries(
  Object.entries(operations).map(([name, [input = "", output = ""]]) => [
    `${name}$`,
    [OPERATION, NAMESPACE, name, 0, schemaOf(input), schemaOf(output)],
  ]),
);
