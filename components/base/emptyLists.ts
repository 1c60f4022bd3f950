import * as pulumi from "@pulumi/pulumi";

/**
 * The kinds of which Kubernetes stores a list of nothing as no list, so that one would be shown as a
 * change in every preview. Elsewhere it may mean something: in a NetworkPolicy, or to Traefik.
 */
const FORGETFUL = /^kubernetes:(core|apps)\/v1:/;

/** A value without the fields that hold a list of nothing; Outputs keep what is known and secret. */
export function withoutEmptyLists(value: unknown): unknown {
  if (pulumi.Output.isInstance(value)) return value.apply(withoutEmptyLists);
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== "object" || value === null || value instanceof Promise) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, of]) => !Array.isArray(of) || of.length > 0)
      .map(([key, of]) => [key, withoutEmptyLists(of)]),
  );
}

/** A transformation that leaves lists of nothing out of the objects among a component's children. */
export const leaveOutEmptyLists: pulumi.ResourceTransformation = ({ type, props, opts }) =>
  FORGETFUL.test(type) ? { props: withoutEmptyLists(props) as pulumi.Inputs, opts } : undefined;
