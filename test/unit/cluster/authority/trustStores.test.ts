import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nssFolders, systemStore } from "../../../../cluster/authority/trustStores";
import { freshEnv, removeFreshEnvs } from "../../../helpers/dataFolder";

afterAll(removeFreshEnvs);

test.each<[NodeJS.Platform, string[], string | undefined]>([
  ["darwin", ["security", "trust"], "macos"],
  ["linux", ["update-ca-certificates", "trust"], "debian"],
  ["linux", ["trust"], "p11-kit"],
  ["linux", ["security"], undefined],
])("on %s with %j the system's store is %s", (platform, programs, expected) => {
  expect(systemStore(platform, (program) => programs.includes(program))).toBe(expected);
});

test("finds the databases of Chrome and of the profiles of Firefox, and no others", () => {
  const home = freshEnv().KECS_DATA_DIR;
  for (const folder of [
    ".pki/nssdb",
    ".mozilla/firefox/b.default",
    ".mozilla/firefox/Crash Reports",
  ]) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  for (const folder of [".pki/nssdb", ".mozilla/firefox/b.default"]) {
    writeFileSync(join(home, folder, "cert9.db"), "");
  }
  expect(nssFolders(home)).toEqual([
    join(home, ".pki/nssdb"),
    join(home, ".mozilla/firefox/b.default"),
  ]);
  expect(nssFolders(join(home, "nobody"))).toEqual([]);
});
