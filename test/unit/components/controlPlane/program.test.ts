import {
  claim,
  endOfProgram,
  lookup,
  publish,
  refuse,
  soundProgram,
} from "../../../../components/controlPlane/program";
import { deploy } from "../../../helpers/deploy";

test("knows what the same program published, and forgets it in the next run", async () => {
  await deploy(() => {
    publish("arn", { name: "a" });
    expect(lookup("arn")).toEqual({ name: "a" });
  });
  await deploy(() => {
    expect(lookup("arn")).toBeUndefined();
  });
});

test("gives a claim to its first owner, and refuses a namesake", async () => {
  await deploy(() => {
    expect([claim("x", "a"), claim("x", "b"), claim("x", "a"), claim("y", "b")]).toEqual([
      undefined,
      "a",
      "a",
      undefined,
    ]);
  });
  await deploy(() => {
    expect(claim("x", "b")).toBeUndefined();
  });
});

test("ends when everything is made that awaits nothing", async () => {
  await deploy(async () => {
    const made: string[] = [];
    const end = endOfProgram().then(() => made.push("end"));
    made.push("a");
    void Promise.resolve().then(() => made.push("b"));
    await end;
    expect(made).toEqual(["a", "b", "end"]);
  });
});

describe("soundProgram", () => {
  test("lets a program without mistakes go on", async () => {
    await deploy(async () => {
      await expect(soundProgram()).resolves.toBeUndefined();
    });
  });

  test("rejects with the first mistake, also one that is made after the question", async () => {
    await deploy(async () => {
      const sound = soundProgram();
      const [first, second] = [new Error("first"), new Error("second")];
      expect([refuse(first), refuse(second)]).toEqual([first, second]);
      await expect(sound).rejects.toBe(first);
    });
  });
});
