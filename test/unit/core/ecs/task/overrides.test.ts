import { overridden } from "../../../../../core/ecs/task/overrides";
import { container, task } from "../../../../helpers/tasks";

const web = container("web", {
  command: ["serve"],
  environment: [
    { name: "A", value: "1" },
    { name: "B", value: "2" },
  ],
  secrets: [
    { name: "PASSWORD", key: "PASSWORD" },
    { name: "TOKEN", key: "TOKEN" },
  ],
});
const log = container("log");
const shop = task([web, log], { cpuUnits: 256 });

test("leaves what is not overridden", () => {
  expect(overridden(shop, { containers: [] })).toEqual(shop);
});

test("takes the place of what the definition says, by container and by variable", () => {
  const overrides = {
    cpuUnits: 512,
    memoryMiB: 1024,
    containers: [
      {
        name: "web",
        command: ["migrate"],
        environment: [
          { name: "B", value: "3" },
          { name: "TOKEN", value: "plain" },
        ],
        cpuUnits: 64,
        memoryReservationMiB: 32,
      },
    ],
  };
  expect(overridden(shop, overrides)).toEqual({
    ...shop,
    cpuUnits: 512,
    memoryMiB: 1024,
    containers: [
      {
        ...web,
        command: ["migrate"],
        environment: [
          { name: "A", value: "1" },
          { name: "B", value: "3" },
          { name: "TOKEN", value: "plain" },
        ],
        secrets: [{ name: "PASSWORD", key: "PASSWORD" }],
        cpuUnits: 64,
        memoryReservationMiB: 32,
      },
      log,
    ],
  });
});
