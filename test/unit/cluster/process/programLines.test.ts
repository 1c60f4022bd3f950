import { programLines } from "../../../../cluster/process/programLines";

const shell = (script: string, signal = new AbortController().signal) => {
  const lines: string[] = [];
  return {
    lines,
    end: programLines(["/bin/sh", "-c", script], signal, (line) => lines.push(line)),
  };
};

test("hands on each line that a program writes, the last one without an end too", async () => {
  const { lines, end } = shell("printf 'a\\n\\nb c'; echo no >&2; exit 3");
  expect(await end).toEqual({ code: 3, why: "no" });
  expect(lines).toEqual(["a", "", "b c"]);
});

test("a program that there is not writes nothing", async () => {
  const lines: string[] = [];
  const { signal } = new AbortController();
  const end = await programLines(["/nowhere/program"], signal, (line) => lines.push(line));
  expect(end).toEqual({ code: 127, why: "spawn /nowhere/program ENOENT" });
  expect(lines).toEqual([]);
});

test("the signal ends it, also one that came before", async () => {
  const stop = new AbortController();
  const { end } = shell("exec sleep 600", stop.signal);
  stop.abort();
  await expect(end).resolves.toBeDefined();
  await expect(shell("exec sleep 600", stop.signal).end).resolves.toBeDefined();
});

test("its input stays open for as long as it runs", async () => {
  const { lines, end } = shell("timeout 0.3 cat; echo $?");
  await end;
  expect(lines).toEqual(["124"]);
});
