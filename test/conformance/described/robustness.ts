import type { DescribedCase } from "../caseFile";
import type { Interpretation } from "./described";
import { changesUnderLoad } from "./robustness/changesUnderLoad";
import { halfHeader } from "./robustness/halfHeader";
import { lostTargetGroup } from "./robustness/lostTargetGroup";
import { noneHealthy } from "./robustness/noneHealthy";
import { removedTarget } from "./robustness/removedTarget";
import { slowUpload } from "./robustness/slowUpload";

/** What each reading is for; the first that takes a case has it. */
const READINGS = [
  lostTargetGroup,
  changesUnderLoad,
  removedTarget,
  noneHealthy,
  slowUpload,
  halfHeader,
];

export function robustness(of: DescribedCase): Interpretation | string {
  for (const read of READINGS) {
    const found = read(of);
    if (found !== undefined) return found;
  }
  return `no test for ${JSON.stringify(of.given)} with ${JSON.stringify(of.request)}`;
}
