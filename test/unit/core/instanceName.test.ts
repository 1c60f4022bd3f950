import { instanceFolder, kubeconfigFile } from "../../../cluster/files/cache";
import * as argv from "../../../cluster/k3d/argv";
import { kubectlArgv } from "../../../cluster/k3d/kubectl";
import * as kubernetes from "../../../cluster/kubernetes/argv";
import { instanceName, validateInstanceName } from "../../../core/instanceName";
import * as names from "../../../cluster/k3d/names";

const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  7,
  {},
  "",
  ".",
  "..",
  "../../..",
  "a/../b",
  "/etc",
  ".*",
  "a.*",
  "a|b",
  "^",
  "-rf",
  "a b",
  "a\n",
  "A",
  "a$b",
  "a=b",
  "a".repeat(28),
];

test("lets names pass that k3d and Docker take as they are", () => {
  for (const name of ["a", "myapp", "0a--b9", "a".repeat(27)])
    expect(instanceName(name)).toBe(name);
});

test.each(HOSTILE)("refuses %j, and says where it came from", (value) => {
  expect(validateInstanceName(value, "kecs:instance")).toMatchObject([
    { code: "KECS1001", path: "kecs:instance", severity: "error" },
  ]);
  expect(() => instanceName(value, "kecs:instance")).toThrow("error KECS1001: kecs:instance: ");
});

/** Everything that makes a path, a filter or a name of Docker's out of the name of an instance. */
const BUILDERS: Readonly<Record<string, (instance: string) => unknown>> = {
  clusterName: names.clusterName,
  contextName: names.contextName,
  serverContainer: names.serverContainer,
  loadBalancerContainer: names.loadBalancerContainer,
  instanceFolder: (instance) => instanceFolder({ KECS_CACHE_DIR: "/c" }, instance),
  kubeconfigFile: (instance) => kubeconfigFile({ KECS_CACHE_DIR: "/c" }, instance),
  kubectl: (instance) => kubectlArgv(instance, "get", "pods"),
  stopCluster: argv.stopCluster,
  getKubeconfig: argv.getKubeconfig,
  getWorkloads: kubernetes.getWorkloads,
  getPods: (instance) => kubernetes.getPods(instance, "kecs"),
  containerStart: argv.containerStart,
  listContainers: argv.listContainers,
  listNetworks: argv.listNetworks,
  listVolumes: argv.listVolumes,
};

describe.each(Object.keys(BUILDERS))("%s", (builder) => {
  test("builds nothing of what is not the name of an instance", () => {
    for (const value of HOSTILE) {
      expect(() => BUILDERS[builder]?.(value as string)).toThrow("KECS1001");
    }
    expect(JSON.stringify(BUILDERS[builder]?.("myapp"))).toContain("myapp");
  });
});
