import { OPERATIONS } from "../../../../api/server/dispatch";
import type { Cases } from "../../../helpers/api/contract/cases";
import { CLUSTERS } from "../../../helpers/api/contract/clusters";
import { LISTENERS } from "../../../helpers/api/contract/listeners";
import { LOAD_BALANCERS } from "../../../helpers/api/contract/loadBalancers";
import { CALLERS, CERTIFICATES, LOGS } from "../../../helpers/api/contract/others";
import { NETWORK } from "../../../helpers/api/contract/network";
import { RULES } from "../../../helpers/api/contract/rules";
import { TARGET_GROUPS } from "../../../helpers/api/contract/targetGroups";
import { SERVICES } from "../../../helpers/api/contract/services";
import { TASK_DEFINITIONS } from "../../../helpers/api/contract/taskDefinitions";
import { TASKS } from "../../../helpers/api/contract/tasks";
import { memoryApi } from "../../../helpers/api/memoryApi";

/* AWS's own clients call every operation; what describes its effect says what was given. */

const CASES: Readonly<Record<string, Cases>> = {
  acm: CERTIFICATES,
  ec2: NETWORK,
  ecs: { ...CLUSTERS, ...TASK_DEFINITIONS, ...SERVICES, ...TASKS },
  elasticloadbalancing: { ...LOAD_BALANCERS, ...TARGET_GROUPS, ...LISTENERS, ...RULES },
  logs: LOGS,
  sts: CALLERS,
};

const api = memoryApi();

test("every service has cases", () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(OPERATIONS).sort());
});

describe.each(Object.entries(CASES))("%s", (service, cases) => {
  test("has a case for each of its operations", () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(OPERATIONS[service] ?? {}).sort());
  });

  test.each(Object.entries(cases))("%s", async (operation, run) => {
    await run(api());
    expect(api().calls).toContain(`${service}.${operation}`);
  });
});
