import { hostPathsOf } from "../../../../components/controlPlane/instances";
import { CONNECTION } from "../../../helpers/samples";

test("another stack's connection says what its instance shares", () => {
  expect(hostPathsOf({ ...CONNECTION, hostPaths: ["/srv"] })).toEqual(["/srv"]);
  expect(hostPathsOf(CONNECTION)).toBeUndefined();
});
