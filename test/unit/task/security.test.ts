import { security } from "../../../components/task/security";
import { container } from "../../helpers/tasks";

test("says nothing where the image decides", () => {
  expect(security(container("web"))).toEqual({});
});

test.each([
  ["a user", { user: { uid: 1000 } }, { runAsUser: 1000 }],
  ["a user and a group", { user: { uid: 0, gid: 5 } }, { runAsUser: 0, runAsGroup: 5 }],
  ["a read-only root", { readonlyRootFilesystem: true }, { readOnlyRootFilesystem: true }],
  ["all rights", { privileged: true }, { privileged: true }],
  [
    "capabilities",
    { capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] } },
    { capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] } },
  ],
])("gives a container %s", (_, told, expected) => {
  expect(security(container("web", told))).toEqual({ securityContext: expected });
});
