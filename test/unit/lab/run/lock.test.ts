import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { breakLock, withLock } from "../../../../lab/run/lock";

describe("the lock of a cache folder", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kecs-lab-"));
  const file = path.join(folder, "up.lock");
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("is gone when the work is done, or failed", async () => {
    expect(await withLock(file, jest.fn(), () => Promise.resolve(existsSync(file)))).toBe(true);
    await expect(
      withLock(file, jest.fn(), () => Promise.reject(new Error("broke"))),
    ).rejects.toThrow("broke");
    expect(existsSync(file)).toBe(false);
  });

  it("is taken over from a process that was killed", async () => {
    writeFileSync(file, "4194304");
    const waiting = jest.fn();
    expect(await withLock(file, waiting, () => Promise.resolve("done"))).toBe("done");
    expect(waiting).not.toHaveBeenCalled();
  });

  it("tells where it cannot be taken at all, instead of trying for ever", async () => {
    const link = jest.spyOn(fs, "linkSync").mockImplementation(() => {
      throw Object.assign(new Error("no links here"), { code: "EPERM" });
    });
    await expect(withLock(file, jest.fn(), () => Promise.resolve())).rejects.toThrow("no links");
    link.mockRestore();
    expect(existsSync(`${file}.${process.pid}`)).toBe(false);
  });

  it("makes a second one wait, and tells once for whom", async () => {
    const order: string[] = [];
    const waiting = jest.fn();
    let finish = () => {};
    const first = withLock(file, waiting, async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      order.push("first");
    });
    const second = withLock(file, waiting, () => Promise.resolve(order.push("second")));
    finish();
    await Promise.all([first, second]);
    expect(order).toEqual(["first", "second"]);
    expect(waiting.mock.calls).toEqual([[process.pid]]);
  });

  it("is not taken from the one who took a stale lock over first", () => {
    const stale = 4194304;
    writeFileSync(file, String(stale));
    expect(breakLock(file, stale)).toBe(true);
    writeFileSync(file, "1");
    // The second one saw the stale lock before the first removed it.
    expect(breakLock(file, stale)).toBe(true);
    expect(readFileSync(file, "utf8")).toBe("1");
    rmSync(file);
  });

  it("lets one in at a time, however many find it stale at once", async () => {
    let inside = 0;
    let most = 0;
    writeFileSync(file, "4194304");
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(file, jest.fn(), work)));
    expect(most).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  it("is broken by one process at a time; who was killed meanwhile blocks nobody for long", () => {
    writeFileSync(file, "4194304");
    mkdirSync(`${file}.break`);
    expect(breakLock(file, 4194304)).toBe(false);
    expect(existsSync(`${file}.break`)).toBe(true);
    utimesSync(`${file}.break`, 0, 0);
    expect(breakLock(file, 4194304)).toBe(false);
    expect(breakLock(file, 4194304)).toBe(true);
    expect(existsSync(file)).toBe(false);
  });

  it("stays with a process of another user, which is alive", async () => {
    const kill = jest.spyOn(process, "kill").mockImplementation(() => {
      throw Object.assign(new Error("not permitted"), { code: "EPERM" });
    });
    writeFileSync(file, "1");
    const waiting = jest.fn(() => {
      rmSync(file);
    });
    await withLock(file, waiting, () => Promise.resolve());
    expect(waiting).toHaveBeenCalledWith(1);
    kill.mockRestore();
  });

  it("does not remove the lock of whoever has it by the end", async () => {
    await withLock(file, jest.fn(), () => {
      writeFileSync(file, "1");
      return Promise.resolve();
    });
    expect(readFileSync(file, "utf8")).toBe("1");
    rmSync(file);
  });
});
