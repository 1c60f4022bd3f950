import { only, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { RICH_DEFINITION } from "./richDefinition";
import { CONTAINER, taskDefinition } from "./shop";

const describeOne = async ({ ecs }: MemoryApi, name: string) =>
  (await ecs.describeTaskDefinition({ taskDefinition: name })).taskDefinition;

export const TASK_DEFINITIONS: Cases = {
  async RegisterTaskDefinition(api) {
    const { taskDefinition: made, tags } = await api.ecs.registerTaskDefinition(RICH_DEFINITION);
    const { tags: givenTags, ...given } = RICH_DEFINITION;
    expect(made).toMatchObject({ ...given, revision: 1, status: "ACTIVE" });
    expect(tags).toEqual(givenTags);
    const described = await api.ecs.describeTaskDefinition({
      taskDefinition: "rich",
      include: ["TAGS"],
    });
    expect(described).toMatchObject({ taskDefinition: made, tags });
  },

  async DescribeTaskDefinition(api) {
    const arn = await taskDefinition(api);
    await taskDefinition(api);
    expect(await describeOne(api, "web:1")).toMatchObject({ taskDefinitionArn: arn, revision: 1 });
    expect(await describeOne(api, arn)).toEqual(await describeOne(api, "web:1"));
    expect((await describeOne(api, "web"))?.revision).toBe(2);
  },

  async ListTaskDefinitions(api) {
    const arns = [await taskDefinition(api), await taskDefinition(api)];
    const { taskDefinitionArns } = await api.ecs.listTaskDefinitions({ familyPrefix: "web" });
    expect(taskDefinitionArns).toEqual(arns);
    const newest = await api.ecs.listTaskDefinitions({ sort: "DESC", maxResults: 1 });
    expect(newest.taskDefinitionArns).toEqual([arns[1]]);
    await api.ecs.deregisterTaskDefinition({ taskDefinition: "web:2" });
    const ended = await api.ecs.listTaskDefinitions({ status: "INACTIVE" });
    expect(ended.taskDefinitionArns).toEqual([arns[1]]);
  },

  async ListTaskDefinitionFamilies(api) {
    await taskDefinition(api);
    await api.ecs.registerTaskDefinition({ family: "a", containerDefinitions: [CONTAINER] });
    expect((await api.ecs.listTaskDefinitionFamilies({})).families).toEqual(["a", "web"]);
    const some = await api.ecs.listTaskDefinitionFamilies({ familyPrefix: "w" });
    expect(some.families).toEqual(["web"]);
  },

  async DeregisterTaskDefinition(api) {
    await taskDefinition(api);
    const answer = await api.ecs.deregisterTaskDefinition({ taskDefinition: "web:1" });
    expect(answer.taskDefinition?.status).toBe("INACTIVE");
    expect(await describeOne(api, "web:1")).toEqual(answer.taskDefinition);
  },

  async DeleteTaskDefinitions(api) {
    await taskDefinition(api);
    await taskDefinition(api);
    await api.ecs.deregisterTaskDefinition({ taskDefinition: "web:1" });
    const { taskDefinitions, failures } = await api.ecs.deleteTaskDefinitions({
      taskDefinitions: ["web:1", "web:2"],
    });
    expect(only(taskDefinitions)).toMatchObject({ revision: 1, status: "DELETE_IN_PROGRESS" });
    expect(only(failures).arn).toContain(":task-definition/web:2");
    const { taskDefinitionArns } = await api.ecs.listTaskDefinitions({ status: "INACTIVE" });
    expect(taskDefinitionArns).toEqual([]);
  },
};
