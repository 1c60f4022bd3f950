import { duration } from "../../../../cli/ui/duration";
import { exportLines } from "../../../../cli/ui/exportLines";
import { table } from "../../../../cli/ui/table";

test("a table's columns are as wide as their widest cells", () => {
  const text = table(
    ["ALB", "URL"],
    [
      ["shop-alb", "http://a/"],
      ["b", "http://long/"],
    ],
    (head) => `<${head}>`,
  );
  expect(text).toBe("<ALB       URL>\nshop-alb  http://a/\nb         http://long/");
});

test.each([
  [40, "0.0 s"],
  [12_340, "12.3 s"],
  [59_940, "59.9 s"],
  [125_000, "2 min 5 s"],
])("%s ms are %s", (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

test("a PATH that grew is written so that it grows whatever is there", () => {
  expect(exportLines({ PATH: "/lab/bin:/usr/bin:/bin" }, "/usr/bin:/bin")).toBe(
    `export PATH='/lab/bin':"$PATH"`,
  );
  expect(exportLines({ PATH: "/a" }, "/b")).toBe("export PATH='/a'");
});

test("values are safe from the shell", () => {
  expect(exportLines({ A: "it's $HOME", B: "" }, "")).toBe(
    `export A='it'\\''s $HOME'\nexport B=''`,
  );
});
