import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  normalHostPaths,
  validateHostPaths,
  validateHostVolumes,
} from "../../../components/instance/hostPaths";
import type { VolumeModel } from "../../../components/task/model";

const folder = mkdtempSync(join(tmpdir(), "kecs-host-"));
const file = join(folder, "file");
writeFileSync(file, "");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("accepts folders of this machine, and none", () => {
  expect(validateHostPaths([folder, `${folder}/`], "i.hostPaths")).toEqual([]);
  expect(validateHostPaths(undefined, "i.hostPaths")).toEqual([]);
});

test("rejects what is no folder to share, each with its place", () => {
  const paths = ["shop", "/", "/..", "/a:b", join(folder, "missing"), file, ""];
  const hint = "name a folder of this machine from the root on, such as /home/me/shop";
  expect(validateHostPaths([folder, ...paths], "i.hostPaths")).toEqual(
    [
      '"shop" is no absolute path',
      '"/" is the whole machine',
      '"/.." is the whole machine',
      '"/a:b" has a colon, which Docker cannot mount',
      `"${join(folder, "missing")}" does not exist`,
      `"${file}" is no folder`,
      '"" is no absolute path',
    ].map((message, i) => ({
      code: "KECS1008",
      path: `i.hostPaths[${i + 1}]`,
      message,
      hint,
      severity: "error",
    })),
  );
});

test("knows two spellings of one folder", () => {
  expect(normalHostPaths(["/b/", "/a/../b", "/a", "/b"])).toEqual(["/a", "/b"]);
  expect(normalHostPaths(undefined)).toEqual([]);
});

const host = (path: string): VolumeModel => ({ kind: "host", name: "source", path });

test.each(["/home/me", "/home/me/", "/home/me/shop/src", "/srv/../home/me/x"])(
  'lets a task mount "%s" of a shared folder',
  (path) => {
    expect(validateHostVolumes([host(path)], ["/srv", "/home/me"], "t.volumes")).toEqual([]);
  },
);

test.each(["/home", "/home/meg", "/home/me/../you", "/"])(
  'rejects "%s", which is not in a shared folder',
  (path) => {
    const other: VolumeModel = { kind: "ephemeral", name: "cache" };
    expect(validateHostVolumes([other, host(path)], ["/home/me"], "t.volumes")).toEqual([
      {
        code: "KECS1027",
        path: "t.volumes[1].hostPath",
        message: `"${path}" is not in a folder that the instance shares`,
        hint: "add it, or a folder above it, to hostPaths of the KecsInstance: this replaces the cluster",
        severity: "error",
      },
    ]);
  },
);

test("asks nothing of the folders of another stack's instance", () => {
  expect(validateHostVolumes([host("/any")], undefined, "t.volumes")).toEqual([]);
});
