import { join } from "node:path";
import { Image } from "../../../../components";
import { claimRepository } from "../../../../components/controlPlane/claims";
import { repository } from "../../../../core/image/names";
import { validateImage } from "../../../../core/image/validate";
import { lookAtPath } from "../../../../cluster/files/lookAtPath";
import { IMPORT_SCRIPT, REMOVE_SCRIPT } from "../../../../cluster/image/scripts";
import { deploy } from "../../../helpers/deploy";
import { CONNECTION } from "../../../helpers/samples";

jest.mock("../../../../cluster/image/machine", () => ({
  importedClusterIdentifier: () => Promise.resolve("e1"),
  imageDigest: () => Promise.resolve(`sha256:${"a1".repeat(32)}`),
}));

const COMMAND = "command:local:Command";
const image = (component: string, name: string, connection = CONNECTION) =>
  new Image(component, { connection, name, imageName: "myapp:dev" });

test("two images of one name in one instance are refused: they would share a tag", () => {
  const claimFor = (component: string, name: string) =>
    claimRepository(repository({ connection: CONNECTION, name }), `Image("${component}")`);
  expect(claimFor("a", "web")).toEqual([]);
  expect(claimFor("b", "api")).toEqual([]);
  expect(claimFor("c", "web")).toMatchObject([
    {
      code: "KECS1001",
      path: 'Image("c").name',
      message: 'Image("a") has already made "kecs.local/myapp/web"',
    },
  ]);
});

test.each([
  ["context", { context: join(__filename, "x") }],
  ["dockerfile", { context: __dirname, dockerfile: join(__filename, "x") }],
])("a build's %s that cannot be looked at is a problem of it", (of, build) => {
  const values = { connection: CONNECTION, name: `build-${of}`, build };
  const [issue, ...others] = validateImage(values, "i", lookAtPath);
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ code: "KECS1026", path: `i.build.${of}` });
  expect(issue?.message).toMatch(/x" cannot be accessed: ENOTDIR$/);
});

test("images of two names, or in two instances, are fine", async () => {
  const other = { ...CONNECTION, instance: "other", cluster: "kecs-other" };
  const { resources } = await deploy(() => {
    image("a", "web");
    image("b", "api");
    image("c", "web", other);
  });
  const refs = resources
    .filter(({ type }) => type === COMMAND)
    .map(({ inputs }) => inputs["environment"] as Record<string, string>);
  expect(refs.map(({ KECS_CLUSTER, KECS_REF }) => [KECS_CLUSTER, KECS_REF]).sort()).toEqual([
    ["kecs-myapp", "kecs.local/myapp/api:sha256-a1a1a1a1a1a1"],
    ["kecs-myapp", "kecs.local/myapp/web:sha256-a1a1a1a1a1a1"],
    ["kecs-other", "kecs.local/other/web:sha256-a1a1a1a1a1a1"],
  ]);
});

test("an import runs scripts out of its environment by short command lines", async () => {
  const { resources } = await deploy(() => void image("a", "web"));
  const { inputs } = resources.find(({ type }) => type === COMMAND) ?? {};
  expect(inputs).toMatchObject({
    create: 'eval "${KECS_IMPORT_IMAGE:?}"',
    delete: 'eval "${KECS_REMOVE_IMAGE:?}"',
    environment: { KECS_IMPORT_IMAGE: IMPORT_SCRIPT, KECS_REMOVE_IMAGE: REMOVE_SCRIPT },
  });
});
