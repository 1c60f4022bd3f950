import { readStrict } from "../../../../api/process/readStrict";

test("1 is strict; 0, nothing and no variable are not", () => {
  const of = (text: string): boolean => readStrict({ KECS_API_STRICT: text });
  expect([of("1"), of("0"), of(""), readStrict({})]).toEqual([true, false, false, false]);
});

test("rejects another value", () => {
  expect(() => readStrict({ KECS_API_STRICT: "yes" })).toThrow(
    'KECS1008: KECS_API_STRICT: "yes" is neither 1 nor 0',
  );
});
