import { readInstance, readOutputs } from "../../../../cli/engine/outputs";
import { withPrograms } from "../../../helpers/fakePrograms";

const project = { name: "kecs", folder: "/tmp", stacksFolder: "/tmp" };

/** What comes of it when `pulumi stack output` runs that line of shell. */
async function read(
  then: string,
  reader: typeof readOutputs | typeof readInstance = readOutputs,
): Promise<unknown> {
  let outcome: unknown;
  await withPrograms({ pulumi: [{ when: "stack output", then }] }, async () => {
    outcome = await reader(project, "dev").catch((error: unknown) => error);
  });
  return outcome;
}

test.each([
  ["the stack is unknown", "echo \"error: no stack named 'dev' found\" >&2; exit 255"],
  ["it was never updated", "echo {}"],
  ["nothing was said", "true"],
  ["the program puts out something else", "echo '{\"a\": 1}'"],
])("there are no outputs where %s", async (_, then) => {
  expect(await read(then)).toBeUndefined();
});

test.each([
  ["a newer version", `echo '{"outputsVersion": 2}'`, "KECS1016"],
  ["secret load balancers", `echo '{"outputsVersion": 1, "instance": "[secret]"}'`, "KECS1016"],
  ["half a text", `echo '{"kubeconfig": "hunter2'`, "KECS3003"],
  ["a failure", "echo 'error: incorrect passphrase' >&2; exit 255", "KECS3003"],
])("%s is an error with a code and a hint, and quotes nothing", async (_, then, code) => {
  const error = String(await read(then));
  expect(error).toContain(`error ${code}: `);
  expect(error).toMatch(/\n {2}hint: \S/);
  expect(error).not.toContain("hunter2");
});

test.each([
  ["an older or newer version", '{"outputsVersion": 2, "instance": "shop"}', "shop"],
  ["outputs of another shape", '{"outputsVersion": 1, "instance": "shop", "albs": 1}', "shop"],
  ["a secret", '{"outputsVersion": 1, "instance": "[secret]"}', undefined],
  ["no name", '{"outputsVersion": 1, "instance": "../x"}', undefined],
  ["no text", '{"outputsVersion": 1, "instance": ["shop"]}', undefined],
  ["another program's output", '{"instance": "shop"}', undefined],
  ["none", '{"outputsVersion": 1}', undefined],
])("the instance alone is read out of %s", async (_, outputs, instance) => {
  expect(await read(`echo '${outputs}'`, readInstance)).toBe(instance);
});
