import { homedir } from "node:os";
import { join } from "node:path";
import { cacheFolder, kubeconfigFile, pulumiFolder } from "../../../../cluster/files/cache";
import { internetAnswers } from "../../../../cli/machine/internet";
import { judgePulumi } from "../../../../cli/machine/tools";

const answer = (code: number, stdout = "") => ({ code, stdout, stderr: "" });

test("the cache is where the user wants it", () => {
  expect(cacheFolder({ KECS_CACHE_DIR: "/c", XDG_CACHE_HOME: "/x" })).toBe("/c");
  expect(cacheFolder({ XDG_CACHE_HOME: "/x" })).toBe("/x/kecs");
  expect(cacheFolder({ XDG_CACHE_HOME: "" })).toBe(join(homedir(), ".cache", "kecs"));
  expect(kubeconfigFile({ KECS_CACHE_DIR: "/c" }, "shop")).toBe("/c/instances/shop/kubeconfig");
  expect(pulumiFolder({ KECS_CACHE_DIR: "/c" })).toBe("/c/pulumi");
});

test("a Pulumi CLI of the oldest version serves, an older one and none are issues", () => {
  expect(judgePulumi(answer(0, "v3.240.0\n"))).toEqual([]);
  expect(judgePulumi(answer(0, "v3.239.9\n"))[0]).toMatchObject({ code: "KECS2005" });
  expect(judgePulumi(answer(127))[0]).toMatchObject({ code: "KECS2004", path: "pulumi" });
});

test.each([
  ["both sites answer", [200, 301], true],
  ["a proxy refuses one", [200, 403], false],
  ["neither has an address", [undefined, undefined], false],
])("the internet counts by what answers: %s", async (_, statuses, expected) => {
  const queue = [...statuses];
  const fetcher = (() => {
    const status = queue.shift();
    return status === undefined
      ? Promise.reject(new Error("ENOTFOUND"))
      : Promise.resolve({ status });
  }) as unknown as typeof fetch;
  expect(await internetAnswers(fetcher)).toBe(expected);
});
