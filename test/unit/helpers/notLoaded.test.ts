import * as pulumi from "@pulumi/pulumi";

test.each(["typescript", "@npmcli/arborist"])(
  "whatever uses %s is told that it is not here",
  (name) => {
    expect(() => jest.requireActual<Record<string, unknown>>(name)["version"]).toThrow(
      "version is of a package that unit tests do not load",
    );
  },
);

test("a program that has Pulumi write a function down is told", async () => {
  await expect(pulumi.runtime.serializeFunction(() => 1)).rejects.toThrow(
    "of a package that unit tests do not load",
  );
  await expect(pulumi.runtime.computeCodePaths()).rejects.toThrow(
    "of a package that unit tests do not load",
  );
});
