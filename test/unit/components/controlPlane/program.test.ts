import {
  endOfProgram,
  onePerProgram,
  refuse,
  soundProgram,
} from "../../../../components/controlPlane/program";
import { deploy } from "../../../helpers/deploy";

test("has one of something in each run of a program", async () => {
  const own = onePerProgram(() => ({}));
  const seen: object[] = [];
  const look = () => void seen.push(own(), own());
  await deploy(look);
  await deploy(look);
  expect(seen[0]).toBe(seen[1]);
  expect(seen[2]).toBe(seen[3]);
  expect(seen[2]).not.toBe(seen[0]);
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
