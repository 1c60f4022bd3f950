import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  normalHostPaths,
  validateHostPaths,
  validateHostVolumes,
} from "../../../../cluster/machine/hostPaths";
import type { VolumeModel } from "../../../../core/ecs/pod/model";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "kecs-host-")));
const file = join(folder, "file");
writeFileSync(file, "");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("accepts folders of this machine, and none", () => {
  expect(validateHostPaths([folder, `${folder}/`], "i.hostPaths")).toEqual([]);
  expect(validateHostPaths(undefined, "i.hostPaths")).toEqual([]);
});

test("rejects what is not a folder to share, each with its place", () => {
  const paths = ["shop", "/", "/..", "/a:b", join(folder, "missing"), file, join(file, "x"), ""];
  const hint = "write the absolute path of a folder on this machine, such as /home/me/shop";
  expect(validateHostPaths([folder, ...paths], "i.hostPaths")).toEqual(
    [
      '"shop" is not an absolute path',
      '"/" is the root folder of the machine',
      '"/.." is the root folder of the machine',
      '"/a:b" has a colon, which Docker cannot mount',
      `"${join(folder, "missing")}" does not exist`,
      `"${file}" is not a folder`,
      `"${join(file, "x")}" cannot be accessed: ENOTDIR`,
      '"" is not an absolute path',
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

const refusals = (...paths: string[]) =>
  validateHostPaths(paths, "i.hostPaths").map(({ message, hint }) => `${message}; ${hint ?? ""}`);

test.each([
  "/etc",
  "/etc/ssl",
  "/var/run",
  "/run",
  "/run/user/1000",
  "/proc",
  "/sys",
  "/dev/shm",
  "/boot",
  "/var",
  "/var/lib",
  "/usr",
  "/var/lib/docker/volumes",
  "/var/lib/rancher",
  "/srv/../etc",
])("%s is the system's, whether or not it is there", (path) => {
  expect(refusals(path)).toEqual([expect.stringMatching(/would give tasks the machine's own "\//)]);
});

test("a link to a folder of the system is refused, and one in the middle of a path", () => {
  symlinkSync("/", join(folder, "root"));
  symlinkSync("/etc", join(folder, "settings"));
  expect(
    refusals(join(folder, "root"), join(folder, "settings"), join(folder, "root/etc/ssl")),
  ).toEqual([
    expect.stringContaining(`leads to "/", which would give tasks the machine's own`),
    expect.stringContaining(`leads to "/etc", which would give tasks the machine's own "/etc"`),
    expect.stringContaining(`leads to "/etc/ssl", which would give tasks the machine's own "/etc"`),
  ]);
});

test("any other link is refused with the folder to name in its place", () => {
  mkdirSync(join(folder, "shop"));
  symlinkSync(join(folder, "shop"), join(folder, "link"));
  const place = join(folder, "link");
  const real = join(folder, "shop");
  expect(refusals(place)).toEqual([
    `"${place}" is a link to "${real}"; name the folder itself: ${real}`,
  ]);
  expect(refusals(real)).toEqual([]);
});

test("a dollar sign is refused: k3d would put a variable in its place", () => {
  mkdirSync(join(folder, "$HOME"));
  expect(refusals(join(folder, "$HOME"))).toEqual([
    expect.stringContaining("has a dollar sign: k3d would share another folder"),
  ]);
});

test("a link in a shared folder opens no other folder", () => {
  const shared = join(folder, "shared");
  mkdirSync(join(shared, "inner"), { recursive: true });
  symlinkSync("/var/lib/rancher", join(shared, "out"));
  symlinkSync(join(shared, "inner"), join(shared, "in"));
  symlinkSync("round", join(shared, "round"));
  const check = (path: string) => validateHostVolumes([host(path)], [shared], "t.volumes");
  expect(check(join(shared, "in"))).toEqual([]);
  expect(check(join(shared, "new"))).toEqual([]);
  expect(check(join(shared, "round"))).toEqual([]);
  expect(check(join(shared, "out", "k3s"))).toMatchObject([
    {
      code: "KECS1027",
      message: expect.stringContaining('leads to "/var/lib/rancher/k3s"') as string,
    },
  ]);
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

test("refuses every folder where nobody knows what the instance shares", () => {
  expect(validateHostVolumes([host("/any")], undefined, "t.volumes")).toMatchObject([
    {
      code: "KECS1027",
      path: "t.volumes[0].hostPath",
      hint: expect.stringContaining("update the instance's own stack") as string,
    },
  ]);
  expect(validateHostVolumes([{ kind: "ephemeral", name: "a" }], undefined, "t")).toEqual([]);
});
