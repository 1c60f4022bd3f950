import * as pulumi from "@pulumi/pulumi";
import type { WithSecrets } from "../../core/withSecrets";

type Part = WithSecrets<unknown> | pulumi.Output<WithSecrets<unknown>>;

/**
 * Resolves arguments and keeps in mind where secrets are in them. The Output itself is none: what
 * is made of the plain rest stays plain. Pulumi's own `output` would make all of it one secret.
 */
export function resolveWithSecrets<T>(args: unknown): pulumi.Output<WithSecrets<T>> {
  return start().apply(() => part(args, "")) as pulumi.Output<WithSecrets<T>>;
}

function part(input: unknown, path: string): Part {
  if (pulumi.Output.isInstance(input)) {
    const output = input;
    return pulumi.unsecret(output).apply(async (value) => {
      const inner = part(value, path);
      return (await pulumi.isSecret(output)) ? withSecret(inner, path) : inner;
    }) as pulumi.Output<WithSecrets<unknown>>;
  }
  if (input instanceof Promise) {
    // In a box: an Output that it resolves to would make what waits for it a secret.
    const boxed = (input as Promise<unknown>).then((content) => ({ content }));
    return start()
      .apply(() => boxed)
      .apply(({ content }) => part(content, path)) as pulumi.Output<WithSecrets<unknown>>;
  }
  if (Array.isArray(input)) {
    const items = input.map((item: unknown, i) => part(item, `${path}[${i}]`));
    return together(items, (values) => values);
  }
  if (typeof input === "object" && input !== null && !pulumi.Resource.isInstance(input)) {
    const entries = Object.entries(input).filter(([, value]) => value !== undefined);
    const parts = entries.map(([key, value]) => part(value, path === "" ? key : `${path}.${key}`));
    return together(parts, (values) =>
      Object.fromEntries(values.map((value, i) => [entries[i]?.[0] ?? "", value])),
    );
  }
  return { value: input, secrets: [] };
}

/** An Output for what only an `apply` can wait for, without flattening what it waits for. */
function start(): pulumi.Output<undefined> {
  return pulumi.output(undefined);
}

function together(parts: readonly Part[], make: (values: unknown[]) => unknown): Part {
  const join = (all: readonly WithSecrets<unknown>[]) => ({
    value: make(all.map(({ value }) => value)),
    secrets: all.flatMap(({ secrets }) => secrets),
  });
  return parts.some((each) => pulumi.Output.isInstance(each))
    ? pulumi.all([...parts]).apply((all) => join(all))
    : join(parts as readonly WithSecrets<unknown>[]);
}

function withSecret(inner: Part, path: string): Part {
  const add = (of: WithSecrets<unknown>) => ({ ...of, secrets: [path, ...of.secrets] });
  return pulumi.Output.isInstance(inner) ? inner.apply(add) : add(inner);
}
