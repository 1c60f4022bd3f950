import {
  authorityFile,
  certificatesFolder,
  dataFolder,
} from "../../../../cluster/authority/dataFolder";

test.each<[string, Record<string, string>, NodeJS.Platform, string]>([
  ["KECS_DATA_DIR", { KECS_DATA_DIR: "/d", XDG_DATA_HOME: "/x" }, "linux", "/d"],
  ["XDG_DATA_HOME", { XDG_DATA_HOME: "/x", KECS_DATA_DIR: "" }, "darwin", "/x/kecs"],
  ["the system: Linux", { XDG_DATA_HOME: "" }, "linux", "/home/ann/.local/share/kecs"],
  ["the system: macOS", {}, "darwin", "/home/ann/Library/Application Support/kecs"],
])("follows %s", (_, env, platform, expected) => {
  expect(dataFolder(env, platform, "/home/ann")).toBe(expected);
});

test("holds the authority's certificate and a folder of certificates", () => {
  expect(authorityFile({ KECS_DATA_DIR: "/d" })).toBe("/d/ca/ca.pem");
  expect(certificatesFolder({ KECS_DATA_DIR: "/d" })).toBe("/d/certificates");
});
