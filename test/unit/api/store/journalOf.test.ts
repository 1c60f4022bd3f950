import { journalOf } from "../../../../api/store/journalOf";
import type { AwsObject } from "../../../../api/world/world";

const object = (kind: string, key: string): AwsObject => ({
  kind,
  key,
  arn: key,
  stack: "aws-api",
  owner: "api",
  createdAt: new Date(0),
  attributes: {},
  echo: {},
});

test("what others refer to is applied first, and a Secret goes after its record", () => {
  const { apply, remove } = journalOf(
    [
      { kind: "remove", key: "cert-old" },
      { kind: "remove", key: "lb-old" },
      { kind: "put", object: object("lb", "lb-new") },
      {
        kind: "put",
        object: object("cert", "cert-new"),
        secret: { type: "kubernetes.io/tls", data: {} },
      },
    ],
    [object("cert", "cert-old"), object("lb", "lb-old")],
  );
  expect(apply.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    "Secret/cert-new",
    "ConfigMap/lb-new",
    "ConfigMap/cert-new",
  ]);
  expect(remove.map(({ kind, name }) => `${kind}/${name}`)).toEqual([
    "ConfigMap/cert-old",
    "Secret/cert-old",
    "ConfigMap/lb-old",
  ]);
});

test("an object that is changed twice is written as it is at the end", () => {
  const { apply, remove } = journalOf(
    [
      { kind: "put", object: object("lb", "lb-a") },
      { kind: "remove", key: "lb-a" },
    ],
    [],
  );
  expect(apply).toEqual([]);
  expect(remove.map(({ name }) => name)).toEqual(["lb-a"]);
});
