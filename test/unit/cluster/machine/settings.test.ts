import {
  imagesOf,
  instanceSettings,
  validateInstance,
  type InstanceArgs,
} from "../../../../cluster/machine/settings";
import { brief, only } from "../../../helpers/issues";

const P = 'KecsInstance("x")';

test.each<[NodeJS.ProcessEnv, ReturnType<typeof imagesOf>]>([
  [{}, {}],
  [{ KECS_K3S_IMAGE: "", KECS_TRAEFIK_IMAGE: "" }, {}],
  [
    { KECS_K3S_IMAGE: "k", KECS_TRAEFIK_IMAGE: "t" },
    { k3sImage: "k", traefikImage: "t" },
  ],
])("takes the images of %j", (env, images) => {
  expect(imagesOf(env)).toEqual(images);
});

describe("instanceSettings", () => {
  test("fills in every default", () => {
    expect(instanceSettings({ instanceName: "myapp" })).toEqual({
      instance: "myapp",
      httpPort: 8080,
      httpsPort: 8443,
      bindAddress: "127.0.0.1",
      agents: 0,
      hostPaths: [],
      k3sImage: "rancher/k3s:v1.34.2-k3s1",
      traefikImage: "traefik:v3.7.13",
      region: "us-east-1",
      accountId: "000000000000",
    });
  });

  test("keeps every value that was given, and 0 for a free port", () => {
    expect(
      instanceSettings({
        instanceName: "b",
        httpPort: 0,
        httpsPort: 1,
        portRangeStart: 9000,
        portRangeEnd: 9009,
        bindAddress: "0.0.0.0",
        agents: 2,
        hostPaths: ["/srv/b/", "/a", "/srv/b"],
        k3sImage: "k",
        traefikImage: "t",
        region: "eu-west-1",
        accountId: "123456789012",
      }),
    ).toEqual({
      instance: "b",
      httpPort: 0,
      httpsPort: 1,
      range: { start: 9000, end: 9009 },
      bindAddress: "0.0.0.0",
      agents: 2,
      hostPaths: ["/a", "/srv/b"],
      k3sImage: "k",
      traefikImage: "t",
      region: "eu-west-1",
      accountId: "123456789012",
    });
  });
});

describe("validateInstance accepts", () => {
  test.each<[string, Partial<InstanceArgs>]>([
    ["a name of one character", { instanceName: "a" }],
    ["a name of 27 characters", { instanceName: "a".repeat(27) }],
    ["a name with digits and inner hyphens", { instanceName: "0a--b9" }],
    ["no agents", { agents: 0 }],
    ["16 agents", { agents: 16 }],
    ["every interface", { bindAddress: "0.0.0.0" }],
    ["the highest address", { bindAddress: "255.255.255.255" }],
    ["an address of the house", { bindAddress: "192.168.1.20" }],
    ["a region of a government", { region: "us-gov-west-1" }],
    ["twelve digits", { accountId: "123456789012" }],
  ])("%s", (_, args) => {
    expect(validateInstance({ instanceName: "x", ...args }, P)).toEqual([]);
  });
});

describe("validateInstance rejects", () => {
  test.each<[string, Partial<InstanceArgs>, string]>([
    ["an empty name", { instanceName: "" }, "KECS1001 instanceName"],
    ["a name of 28 characters", { instanceName: "a".repeat(28) }, "KECS1001 instanceName"],
    ["a name of 64 characters", { instanceName: "a".repeat(64) }, "KECS1001 instanceName"],
    ["capitals", { instanceName: "MyApp" }, "KECS1001 instanceName"],
    ["a hyphen in front", { instanceName: "-a" }, "KECS1001 instanceName"],
    ["a hyphen at the end", { instanceName: "a-" }, "KECS1001 instanceName"],
    ["a dot", { instanceName: "a.b" }, "KECS1001 instanceName"],
    ["an underscore", { instanceName: "a_b" }, "KECS1001 instanceName"],
    ["a line break at the end of a name", { instanceName: "a\n" }, "KECS1001 instanceName"],
    ["what a shell would run", { instanceName: "a;reboot" }, "KECS1001 instanceName"],
    ["-1 agents", { agents: -1 }, "KECS1008 agents"],
    ["no image for the nodes", { k3sImage: "" }, "KECS1008 k3sImage"],
    ["two words for an image", { traefikImage: "a b" }, "KECS1008 traefikImage"],
    ["17 agents", { agents: 17 }, "KECS1008 agents"],
    ["a shared folder without a root", { hostPaths: ["/tmp", "a"] }, "KECS1008 hostPaths[1]"],
    ["half an agent", { agents: 0.5 }, "KECS1008 agents"],
    ["a host name as an address", { bindAddress: "localhost" }, "KECS1008 bindAddress"],
    ["IPv6", { bindAddress: "::1" }, "KECS1008 bindAddress"],
    ["256 in an address", { bindAddress: "127.0.0.256" }, "KECS1008 bindAddress"],
    ["an address of three parts", { bindAddress: "127.0.1" }, "KECS1008 bindAddress"],
    ["a zero in front", { bindAddress: "127.0.0.01" }, "KECS1008 bindAddress"],
    ["a region without a number", { region: "us-east" }, "KECS1008 region"],
    ["an empty region", { region: "" }, "KECS1008 region"],
    ["eleven digits", { accountId: "12345678901" }, "KECS1008 accountId"],
    ["thirteen digits", { accountId: "1234567890123" }, "KECS1008 accountId"],
    ["letters in an account", { accountId: "12345678901a" }, "KECS1008 accountId"],
  ])("%s", (_, args, expected) => {
    const [code, field] = expected.split(" ");
    expect(brief(validateInstance({ instanceName: "x", ...args }, P))).toEqual([
      `${code ?? ""} ${P}.${field ?? ""}`,
    ]);
  });

  test("a name that is too long, saying how long it is and may be", () => {
    expect(only(validateInstance({ instanceName: "b".repeat(28) }, P))).toEqual({
      code: "KECS1001",
      path: `${P}.instanceName`,
      message: `"${"b".repeat(28)}" has 28 characters; at most 27 are allowed`,
      hint: "choose a shorter name",
      severity: "error",
    });
  });

  test("everything at once", () => {
    expect(
      brief(
        validateInstance(
          {
            instanceName: "A",
            httpPort: 70000,
            portRangeStart: 1,
            bindAddress: "x",
            agents: 99,
            region: "x",
            accountId: "x",
          },
          "i",
        ),
      ),
    ).toEqual([
      "KECS1002 i.httpPort",
      "KECS1003 i.portRangeEnd",
      "KECS1001 i.instanceName",
      "KECS1008 i.bindAddress",
      "KECS1008 i.region",
      "KECS1008 i.accountId",
      "KECS1008 i.agents",
    ]);
  });
});
