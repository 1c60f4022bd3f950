import { psText } from "../../../../cli/text/psText";
import { styleOf } from "../../../../cli/ui/style";
import type { Task } from "../../../../core/ecs/observed/task";
import { container, task } from "../../../helpers/pods";

const style = styleOf({ colour: false, live: false, unicode: false });
const now = Date.parse("2026-01-02T03:04:14Z");
const text = (tasks: readonly Task[], columns?: number) => psText(tasks, now, style, columns);

test("says that there is none", () => {
  expect(text([])).toBe("no tasks");
});

test("has a row for each container, and below a task what is wrong with it", () => {
  const tasks = [
    task({ containers: [container("web", { restarts: 3 }), container("proxy")] }),
    task({
      id: "09d2cb45a62948cf82547e1c0c1b3f7c",
      name: "migrate",
      kind: "task",
      lastStatus: "PENDING",
      healthStatus: "UNKNOWN",
      reason: "migrate: its image cannot be pulled (ErrImagePull)",
      node: null,
      containers: [],
    }),
    task({ id: "77".repeat(16) }),
  ];
  expect(text(tasks)).toBe(
    `SERVICE              TASK      STATUS   HEALTH   CONTAINER  IMAGE    RESTARTS  AGE  NODE
shop/front           a95a20c1  RUNNING  HEALTHY  web        web:1    3         9s   node-0
                                                 proxy      proxy:1  0
shop/migrate (task)  09d2cb45  PENDING  UNKNOWN                                9s
  migrate: its image cannot be pulled (ErrImagePull)
shop/front           77777777  RUNNING  HEALTHY  web        web:1    0         9s   node-0`,
  );
});

describe("on a narrow terminal", () => {
  const tasks = [
    task({
      node: "k3d-kecs-a-long-name-server-0",
      containers: [container("web", { image: "registry.example.com/team/whoami:1" })],
    }),
  ];
  const cells = (columns: number) => {
    const row = text(tasks, columns).split("\n")[1] ?? "";
    const [, , , , , image, , , node] = row.split(/ +/);
    return [image, node, row.length];
  };
  const whole = ["registry.example.com/team/whoami:1", "k3d-kecs-a-long-name-server-0", 131];

  test.each([
    [0, whole],
    [131, whole],
    [130, [whole[0], "..-kecs-a-long-name-server-0", 130]],
    [114, [whole[0], "..e-server-0", 114]],
    [113, ["..istry.example.com/team/whoami:1", "..e-server-0", 113]],
    [40, ["..m/whoami:1", "..e-server-0", 92]],
  ])("of %i columns the node loses its start, then the image, down to twelve", (columns, row) => {
    expect(cells(columns)).toEqual(row);
  });
});
