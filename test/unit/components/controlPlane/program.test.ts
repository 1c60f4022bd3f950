import {
  endOfProgram,
  onePerProgram,
  refuse,
  soundProgram,
  whenMade,
} from "../../../../components/controlPlane/program";
import * as pulumi from "@pulumi/pulumi";
import { later, valueOf } from "../../../helpers/outputs";
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

describe("whenMade", () => {
  const resource = (urn: pulumi.Output<string> = later("urn")) => ({ urn });

  test("does work once where nothing more was made", async () => {
    const work = jest.fn(() => pulumi.output("done"));
    const all = [resource(), resource()];
    await deploy(async () => {
      expect(await valueOf(whenMade(() => all, work))).toBe("done");
    });
    expect(work.mock.calls).toEqual([[all]]);
  });

  test("does it again with what was made while it waited, and while it worked", async () => {
    const all = [resource()];
    const seen: number[] = [];
    const work = ({ length }: readonly unknown[]) => {
      seen.push(length);
      if (length === 3) all.push(resource());
      return pulumi.output(length);
    };
    await deploy(async () => {
      const waited = whenMade(() => [...all], work);
      all.push(resource());
      all.push(resource());
      expect(await valueOf(waited)).toBe(4);
    });
    expect(seen).toEqual([3, 4]);
  });

  test("fails where something could not be made", async () => {
    await deploy(async () => {
      const broken = later("urn").apply((): string => {
        throw new Error("not made");
      });
      const done = whenMade(
        () => [resource(broken)],
        () => pulumi.output("done"),
      );
      void Promise.allSettled([valueOf(broken)]);
      await expect(valueOf(done)).rejects.toThrow("not made");
    });
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
