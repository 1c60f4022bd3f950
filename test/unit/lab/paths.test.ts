import { homedir } from "node:os";
import path from "node:path";
import { cacheFolder, labPaths } from "../../../lab/paths";

describe("the lab's folders", () => {
  it.each([
    ["the folder that was asked for", { KECS_CACHE_DIR: "/a", XDG_CACHE_HOME: "/b" }, "/a"],
    ["the user's cache folder", { XDG_CACHE_HOME: "/b" }, "/b/kecs"],
    ["the usual cache folder", {}, path.join(homedir(), ".cache", "kecs")],
    [
      "the usual one if a variable is empty",
      { XDG_CACHE_HOME: "" },
      path.join(homedir(), ".cache", "kecs"),
    ],
  ])("lie in %s", (_title, variables, expected) => {
    expect(cacheFolder(variables)).toBe(expected);
  });

  it("are separate for each version of the package", () => {
    const paths = labPaths({ KECS_CACHE_DIR: "/a" });
    expect(paths.root).toMatch(/^\/a\/lab\/\d+\.\d+\.\d+/);
    expect(paths.bin).toBe(`${paths.root}/bin`);
  });

  it("keep sockets short, and apart for each cache folder", () => {
    const one = labPaths({ KECS_CACHE_DIR: "/a" }).dockerRuntime;
    expect(one).toMatch(/^\/run\/kecs-lab-[0-9a-f]{8}$/);
    expect(labPaths({ KECS_CACHE_DIR: "/b" }).dockerRuntime).not.toBe(one);
  });

  it("use the default socket of Docker unless told otherwise", () => {
    expect(labPaths({}).dockerSocket).toBe("/var/run/docker.sock");
    expect(labPaths({ KECS_LAB_DOCKER_SOCKET: "/run/x.sock" }).dockerSocket).toBe("/run/x.sock");
  });
});
