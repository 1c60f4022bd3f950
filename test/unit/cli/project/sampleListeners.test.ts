import { validateSampleListeners } from "../../../../cli/project/sampleListeners";
import { readStackConfig } from "../../../../components/stack/stackConfig";
import { brief } from "../../../helpers/issues";

const check = (settings: Record<string, string>, variables = {}) =>
  brief(
    validateSampleListeners(readStackConfig({ "kecs:instance": "shop", ...settings }, variables)),
  );
const SAMPLE = { "kecs:sample": "true", "kecs:sampleListeners": "80,443,8081" };
const RANGE = { KECS_ALB_PORT_RANGE_START: "9000", KECS_ALB_PORT_RANGE_END: "9009" };

test("a listener of the sample without a local port is told by the name of its setting", () => {
  expect(check(SAMPLE)).toEqual(["KECS1005 kecs:sampleListeners"]);
});

test("a range, of the file or of the variables, gives it one", () => {
  const range = { "kecs:portRangeStart": "9000", "kecs:portRangeEnd": "9009" };
  expect(check({ ...SAMPLE, ...range })).toEqual([]);
  expect(check(SAMPLE, RANGE)).toEqual([]);
});

test("without the sample its listeners are nobody's", () => {
  expect(check({ ...SAMPLE, "kecs:sample": "false" })).toEqual([]);
});
