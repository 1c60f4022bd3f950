import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CODES } from "../../../../core/validate";

const ROOT = join(__dirname, "../../../..");
const REGISTRY = join("core", "validate", "codes.ts");

/** Every source of the product: what users can get to see an error from. */
function sources(): string[] {
  return ["core", "cluster", "components", "cli", "lab"]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.(ts|sh)$/.test(file) && file !== REGISTRY);
}

const used = new Set(
  sources().flatMap((file) => readFileSync(join(ROOT, file), "utf8").match(/\bKECS\d{4}\b/g) ?? []),
);
const codes = Object.keys(CODES);

test("gives out each code once and in order", () => {
  const text = readFileSync(join(ROOT, REGISTRY), "utf8");
  const written = [...text.matchAll(/^ {2}(KECS\d{4}):/gm)].map(([, code]) => code);
  expect(written).toEqual([...new Set(written)].sort());
  expect(written).toEqual(codes);
});

test.each(Object.entries(CODES))("explains %s in one sentence", (code, sentence) => {
  expect(code).toMatch(/^KECS[12349]\d{3}$/);
  expect(sentence).toMatch(/^([A-Z]|k3d ).*\.$/);
});

test("reports no code that the registry does not know", () => {
  expect([...used].filter((code) => !codes.includes(code))).toEqual([]);
});

test("has no code that nothing reports", () => {
  expect(codes.filter((code) => !used.has(code))).toEqual([]);
});
