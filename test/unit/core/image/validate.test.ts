import { buildTag, imageRef } from "../../../../core/image/names";
import { validateImage } from "../../../../core/image/validate";
import type { ImageValues } from "../../../../core/image/values";
import { CONNECTION } from "../../../helpers/samples";

const there: Readonly<Record<string, "file" | "folder">> = {
  web: "folder",
  "web/Dockerfile": "file",
  "web/other.Dockerfile": "file",
  empty: "folder",
};
const check = (values: Partial<ImageValues>) =>
  validateImage({ connection: CONNECTION, name: "web", ...values }, 'Image("web")', (path) =>
    Object.hasOwn(there, path) ? there[path] : undefined,
  );

test("a folder with a Dockerfile, or a name, is enough", () => {
  expect(check({ build: { context: "web" } })).toEqual([]);
  expect(check({ imageName: "myapp:dev" })).toEqual([]);
});

test.each<[string, Partial<ImageValues>, string]>([
  ["neither", {}, 'Image("web")'],
  ["both", { build: { context: "web" }, imageName: "a" }, 'Image("web")'],
  ["no folder", { build: { context: "nowhere" } }, 'Image("web").build.context'],
  ["a file as folder", { build: { context: "web/Dockerfile" } }, 'Image("web").build.context'],
  ["no Dockerfile", { build: { context: "empty" } }, 'Image("web").build.dockerfile'],
  ["an option as name", { imageName: "--help" }, 'Image("web").imageName'],
  ["a name with a blank", { imageName: "a b" }, 'Image("web").imageName'],
  ["capitals", { imageName: "MyApp" }, 'Image("web").imageName'],
  ["an empty name", { imageName: "" }, 'Image("web").imageName'],
])("%s is refused", (_, values, path) => {
  expect(check(values)).toMatchObject([{ code: "KECS1026", path }]);
});

test("a Dockerfile that was named from within the context is found", () => {
  const [issue] = check({ build: { context: "web", dockerfile: "other.Dockerfile" } });
  expect(issue?.hint).toContain('"web/other.Dockerfile"');
});

test("another content is another reference, another cluster another build", () => {
  const of = { connection: CONNECTION, name: "web" };
  expect(imageRef(of, `sha256:${"a1".repeat(32)}`)).toBe(
    "kecs.local/myapp/web:sha256-a1a1a1a1a1a1",
  );
  expect(buildTag(of, "e1")).toBe("kecs.local/myapp/web:e1");
});
