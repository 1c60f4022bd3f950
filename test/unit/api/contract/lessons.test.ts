import { RICH_DEFINITION } from "../../../helpers/api/contract/richDefinition";
import { actionsFor } from "../../../helpers/api/contract/rules";
import { listener, loadBalancer, service, targetGroup } from "../../../helpers/api/contract/shop";
import { memoryApi, only, refusalOf } from "../../../helpers/api/memoryApi";
import { queryRequest } from "../../../helpers/api/wireRequests";

/* What went wrong in emulators of AWS before, each as what has to be so. */

const api = memoryApi();

/** The bytes of an answer, as a client that knows nothing of ours gets them. */
const rawAnswer = async (form: string): Promise<{ status: number; text: string }> => {
  const { headers, body } = queryRequest(`${form}&Version=2015-12-01`);
  const { authorization = "", "content-type": type = "" } = headers;
  const answer = await fetch(api().url, {
    method: "POST",
    headers: { authorization, "content-type": type },
    body: body.toString(),
  });
  return { status: answer.status, text: await answer.text() };
};

test("a task definition's log configuration comes back as it was registered", async () => {
  const { taskDefinition } = await api().ecs.registerTaskDefinition(RICH_DEFINITION);
  const given = RICH_DEFINITION.containerDefinitions?.map((of) => of.logConfiguration);
  const found = taskDefinition?.containerDefinitions?.map((of) => of.logConfiguration);
  expect(found).toEqual(given);
});

test("a service has its deployments, and what nobody made is a failure", async () => {
  await service(api());
  const { services, failures } = await api().ecs.describeServices({
    cluster: "main",
    services: ["web", "nobody"],
  });
  expect(only(only(services).deployments)).toMatchObject({ status: "PRIMARY", desiredCount: 2 });
  expect(only(failures).reason).toBe("MISSING");
});

test("a deleted service stays describable as INACTIVE, and its name can be used again", async () => {
  await service(api());
  await api().ecs.deleteService({ cluster: "main", service: "web", force: true });
  const of = { cluster: "main", services: ["web"] };
  expect(only((await api().ecs.describeServices(of)).services).status).toBe("INACTIVE");
  await api().ecs.createService({
    cluster: "main",
    serviceName: "web",
    taskDefinition: "web",
    desiredCount: 1,
  });
  expect(only((await api().ecs.describeServices(of)).services).status).toBe("ACTIVE");
});

test("an operation without a result answers with one all the same", async () => {
  const LoadBalancerArn = await loadBalancer(api());
  const { status, text } = await rawAnswer(
    `Action=DeleteLoadBalancer&LoadBalancerArn=${encodeURIComponent(LoadBalancerArn)}`,
  );
  expect(status).toBe(200);
  expect(text).toMatch(
    /<DeleteLoadBalancerResult\/><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId>/,
  );
});

test("two load balancers have listeners of the same port, and host names of their own", async () => {
  const [a, b] = [
    await loadBalancer(api(), { Name: "a" }),
    await loadBalancer(api(), { Name: "b" }),
  ];
  const arns = [
    await listener(api(), { LoadBalancerArn: a }),
    await listener(api(), { LoadBalancerArn: b }),
  ];
  expect(new Set(arns).size).toBe(2);
  const { LoadBalancers = [] } = await api().elb.describeLoadBalancers({});
  expect(LoadBalancers.map(({ DNSName }) => DNSName)).toEqual([
    "a.elb.amazonaws.com",
    "b.elb.amazonaws.com",
  ]);
});

test("the name of a load balancer leads to the same host after a restart of the client", async () => {
  const before = (await api().elb.createLoadBalancer({ Name: "shop" })).LoadBalancers;
  const after = (await api().elb.createLoadBalancer({ Name: "shop" })).LoadBalancers;
  expect(only(after).DNSName).toBe(only(before).DNSName);
});

test("two services may have the same host port", async () => {
  await service(api());
  const portMappings = [{ containerPort: 80, hostPort: 8080 }];
  for (const name of ["one", "two"]) {
    await api().ecs.registerTaskDefinition({
      family: name,
      containerDefinitions: [{ name: "web", image: "web:1", memory: 64, portMappings }],
    });
    await api().ecs.createService({
      cluster: "main",
      serviceName: name,
      taskDefinition: name,
      desiredCount: 2,
    });
  }
  const { services = [] } = await api().ecs.describeServices({
    cluster: "main",
    services: ["one", "two"],
  });
  expect(services.map(({ runningCount }) => runningCount)).toEqual([2, 2]);
});

test("every member of every action comes back", async () => {
  const ListenerArn = await listener(api());
  for (const [i, action] of (await actionsFor(api())).entries()) {
    const { Rules } = await api().elb.createRule({
      ListenerArn,
      Priority: i + 1,
      Conditions: [{ Field: "path-pattern", Values: ["/tea"] }],
      Actions: [action],
    });
    const { RuleArn = "" } = only(Rules);
    const found = await api().elb.describeRules({ RuleArns: [RuleArn] });
    expect(only(found.Rules).Actions).toMatchObject([action]);
  }
  const { Listeners } = await api().elb.describeListeners({ ListenerArns: [ListenerArn] });
  expect(only(Listeners).DefaultActions).toHaveLength(1);
});

test("a weighted forward stays weighted, on a listener too", async () => {
  const [blue, green] = [await targetGroup(api(), "blue"), await targetGroup(api(), "green")];
  const TargetGroups = [
    { TargetGroupArn: blue, Weight: 10 },
    { TargetGroupArn: green, Weight: 90 },
  ];
  const ListenerArn = await listener(api(), {
    DefaultActions: [{ Type: "forward", ForwardConfig: { TargetGroups } }],
  });
  const { Listeners } = await api().elb.describeListeners({ ListenerArns: [ListenerArn] });
  const action = only(only(Listeners).DefaultActions);
  expect(action.ForwardConfig?.TargetGroups).toEqual(TargetGroups);
  expect(action.TargetGroupArn).toBeUndefined();
});

test("priorities are set, all of them or none", async () => {
  const ListenerArn = await listener(api());
  const rule = async (Priority: number): Promise<string> => {
    const { Rules } = await api().elb.createRule({
      ListenerArn,
      Priority,
      Conditions: [{ Field: "path-pattern", Values: ["/tea"] }],
      Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "418" } }],
    });
    return only(Rules).RuleArn ?? "";
  };
  const [a, b] = [await rule(1), await rule(2)];
  const RulePriorities = [
    { RuleArn: a, Priority: 7 },
    { RuleArn: `${b.slice(0, -16)}0123456789abcdef`, Priority: 8 },
  ];
  expect(await refusalOf(api().elb.setRulePriorities({ RulePriorities }))).toMatch(
    /^RuleNotFoundException: /,
  );
  const { Rules = [] } = await api().elb.describeRules({ ListenerArn });
  expect(Rules.map(({ Priority }) => Priority)).toEqual(["1", "2", "default"]);
});

test("the attributes of everything are there without having been set", async () => {
  const of = api();
  const LoadBalancerArn = await loadBalancer(of);
  const ListenerArn = await listener(of, { LoadBalancerArn });
  const TargetGroupArn = await targetGroup(of);
  const answers = [
    await of.elb.describeLoadBalancerAttributes({ LoadBalancerArn }),
    await of.elb.describeListenerAttributes({ ListenerArn }),
    await of.elb.describeTargetGroupAttributes({ TargetGroupArn }),
  ];
  for (const { Attributes } of answers) expect(Attributes).not.toHaveLength(0);
});

test("the tasks of a service are targets of its target group", async () => {
  await service(api());
  const { TargetGroups } = await api().elb.describeTargetGroups({});
  const { TargetGroupArn } = only(TargetGroups);
  const { TargetHealthDescriptions = [] } = await api().elb.describeTargetHealth({
    TargetGroupArn,
  });
  expect(TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth?.State)).toContain(
    "healthy",
  );
});

test("what a client sends is escaped in XML", async () => {
  const ListenerArn = await listener(api());
  const body = `<a href="&amp;">'é'</a>`;
  await api().elb.modifyListener({
    ListenerArn,
    DefaultActions: [
      {
        Type: "fixed-response",
        FixedResponseConfig: { StatusCode: "200", ContentType: "text/html", MessageBody: body },
      },
    ],
  });
  const { text } = await rawAnswer(
    `Action=DescribeListeners&ListenerArns.member.1=${encodeURIComponent(ListenerArn)}`,
  );
  expect(text).toContain("&lt;a href=&quot;&amp;amp;&quot;&gt;&apos;é&apos;&lt;/a&gt;");
});

test.each([
  ["a second listener of a port", "Action=CreateListener&Port=80&Protocol=HTTP"],
  ["a name that AWS does not take", "Action=CreateLoadBalancer&Name=bad_name!"],
  ["an operation that nobody has", "Action=Frobnicate"],
  ["a list that is none", "Action=DescribeLoadBalancers&Names=shop"],
  ["a number that is none", "Action=CreateTargetGroup&Name=web&Protocol=HTTP&Port=eighty"],
])("a mistake is the caller's, and never a fault of the server: %s", async (_, form) => {
  const { status, text } = await rawAnswer(form);
  expect(status).toBe(400);
  expect(text).toMatch(/^<ErrorResponse xmlns="[^"]+"><Error><Type>Sender<\/Type><Code>[A-Za-z]+</);
  expect(text).toMatch(
    /<\/Message><\/Error><RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>$/,
  );
});
