import { security } from "../../../../../core/ecs/pod/security";
import { container } from "../../../../helpers/tasks";

const NONE = { capabilities: { drop: ["NET_RAW"] } };

test("takes nothing but raw packets where the image decides", () => {
  expect(security(container("web"))).toEqual({ securityContext: NONE });
});

test("leaves a container with all rights alone", () => {
  expect(security(container("web", { privileged: true }))).toEqual({
    securityContext: { privileged: true },
  });
});

test.each([
  [{ add: ["NET_RAW"], drop: [] }, { add: ["NET_RAW"] }],
  [{ add: ["ALL"], drop: [] }, { add: ["ALL"] }],
  [{ add: [], drop: ["NET_RAW"] }, { drop: ["NET_RAW"] }],
  [
    { add: ["NET_RAW"], drop: ["ALL"] },
    { add: ["NET_RAW"], drop: ["ALL"] },
  ],
])("keeps to a definition that speaks of raw packets: %j", (capabilities, expected) => {
  expect(security(container("web", { capabilities }))).toEqual({
    securityContext: { capabilities: expected },
  });
});

test("takes raw packets beside what a definition adds and drops", () => {
  const capabilities = { add: ["SYS_PTRACE"], drop: ["CHOWN"] };
  expect(security(container("web", { capabilities }))).toEqual({
    securityContext: { capabilities: { add: ["SYS_PTRACE"], drop: ["CHOWN", "NET_RAW"] } },
  });
});

test.each([
  ["a user", { user: { uid: 1000 } }, { runAsUser: 1000, ...NONE }],
  ["a user and a group", { user: { uid: 0, gid: 5 } }, { runAsUser: 0, runAsGroup: 5, ...NONE }],
  ["a read-only root", { readonlyRootFilesystem: true }, { readOnlyRootFilesystem: true, ...NONE }],
  [
    "capabilities",
    { capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] } },
    { capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] } },
  ],
])("gives a container %s", (_, values, expected) => {
  expect(security(container("web", values))).toEqual({ securityContext: expected });
});
