import { ENSURE_SCRIPT } from "../../cluster/k3d/scripts";
import { archiveOf, runScript, type Answer } from "./fakePrograms";

/* A cluster for ensure.sh, out of what docker and k3d say. */

export const SERVER = "k3d-kecs-myapp-server-0";
export const BALANCER = "k3d-kecs-myapp-serverlb";
export const PORTS = ["127.0.0.1:8080:30880", "127.0.0.1:8443:30443"];
export const CONFIG =
  '{"kind":"Simple","name":"it\'s $HOME","configOverrides":["settings.workerConnections=9"]}';
export const OWNER = "kecs/dev@file:///home/me";
export const OTHER = "shop/dev@file:///home/you";
const ENV = {
  KECS_CLUSTER: "kecs-myapp",
  KECS_EPOCH: "e1",
  KECS_GENERATION: "g1",
  KECS_IMAGE: "rancher/k3s:v1",
  KECS_OWNER: OWNER,
  KECS_PORTS: PORTS.join(" "),
  ...{ K3D_HELPER_IMAGE_TAG: "", K3D_IMAGE_LOADBALANCER: "", K3D_IMAGE_TOOLS: "" },
};

const BINDINGS =
  "{{range $port, $to := .HostConfig.PortBindings}}{{range $to}}{{.HostIp}}:{{.HostPort}}:{{$port}} {{end}}{{end}}";
const inspect = (template: string, container: string) =>
  `inspect --type container -f ${template} ${container}`;
const LABELS = inspect(
  '{{index .Config.Labels "kecs.dev/epoch"}}|{{index .Config.Labels "kecs.dev/owner"}}',
  SERVER,
);
export const say = (text: string) => `echo '${text}'`;
export const fail = (text: string) => `echo '${text}' >&2; exit 1`;
export const ABSENT = fail("Error: No such container: x");
export const NO_FILE = fail(
  "Error response from daemon: Could not find the file /x in container y",
);

export const STOPPED_AGENTS =
  "ps -aq --filter label=k3d.cluster=kecs-myapp --filter label=k3d.role=agent --filter status=exited";

export interface Found {
  readonly clusterIdentifier?: string;
  readonly owner?: string;
  /** What the node says of its owner, beside the label. */
  readonly takenOverBy?: string;
  readonly hasBalancer?: boolean;
  readonly running?: readonly [server: boolean, balancer: boolean];
  readonly stamped?: boolean;
  readonly published?: readonly string[];
  /** The network's id of each container; by default that of the network that is there. */
  readonly networks?: readonly [server: string, balancer: string];
  readonly hasNetwork?: boolean;
}

export const CLUSTER_LABELS = [
  "app=k3d",
  "k3d.cluster=kecs-myapp",
  "k3d.cluster.imageVolume=k3d-kecs-myapp-images",
  "k3d.cluster.network=k3d-kecs-myapp",
  "k3d.role=server",
  "k3d.server.api.port=40001",
  "k3d.server.loadbalancer=k3d-kecs-myapp-serverlb",
  "k3d.version=v5.8.3",
  "kecs.dev/epoch=e1",
  `kecs.dev/owner=${OWNER}`,
];
const label = (name: string): string => `{{index .Config.Labels "${name}"}}`;
const NETWORK_OF = '{{with index .NetworkSettings.Networks "k3d-kecs-myapp"}}{{.NetworkID}}{{end}}';
const withRole = (role: string): string =>
  `ps -a --filter label=k3d.cluster=kecs-myapp --filter label=k3d.role=${role}`;

/** What docker says of a cluster in this state; by default a healthy one of cluster identifier e1. */
export function docker(found: Found | "nothing", ...special: Answer[]): Answer[] {
  if (found === "nothing") return [...special, { when: "inspect", then: ABSENT }];
  const {
    clusterIdentifier = "e1",
    owner = OWNER,
    hasBalancer = true,
    running = [true, true],
  } = found;
  const { stamped = true, takenOverBy, networks = ["n1", "n1"], hasNetwork = true } = found;
  const published = (found.published ?? PORTS).map((port) => `${port}/tcp`).join(" ");
  return [
    ...special,
    { when: "ps -aq --filter label=k3d.cluster=kecs-myapp --filter status=paused", then: ":" },
    { when: STOPPED_AGENTS, then: ":" },
    { when: "ps -aq --filter label=k3d.cluster=kecs-myapp", then: "printf 'c1\\nc2\\n'" },
    { when: LABELS, then: say(`${clusterIdentifier}|${owner}`) },
    {
      when: inspect(
        `${label("k3d.cluster.network")} ${label("k3d.cluster.network.iprange")}`,
        SERVER,
      ),
      then: say("k3d-kecs-myapp 172.18.0.0/16"),
    },
    {
      when: inspect(
        `${label("k3d.cluster.network")} ${label("k3d.cluster.imageVolume")} ${label("k3d.server.api.port")}`,
        SERVER,
      ),
      then: say("k3d-kecs-myapp k3d-kecs-myapp-images 40001"),
    },
    {
      when: inspect(
        '{{range $name, $value := .Config.Labels}}{{println (printf "%s=%s" $name $value)}}{{end}}',
        SERVER,
      ),
      then: say(CLUSTER_LABELS.join("\n")),
    },
    { when: "network ls -q --filter name=^k3d-kecs-myapp$", then: hasNetwork ? "echo n1" : ":" },
    { when: "network inspect", then: "echo n1" },
    { when: inspect(NETWORK_OF, SERVER), then: say(networks[0]) },
    { when: inspect(NETWORK_OF, BALANCER), then: say(networks[1]) },
    { when: withRole("server"), then: say(SERVER) },
    { when: withRole("loadbalancer"), then: hasBalancer ? say(BALANCER) : ":" },
    { when: inspect("{{.State.Running}}", SERVER), then: say(String(running[0])) },
    { when: inspect("{{.State.Running}}", BALANCER), then: say(String(running[1])) },
    {
      when: inspect(BINDINGS, BALANCER),
      then: hasBalancer ? say(`${published} 127.0.0.1:40001:6443/tcp `) : ABSENT,
    },
    { when: `cp ${SERVER}:/kecs-generation `, then: stamped ? archiveOf("g0") : NO_FILE },
    {
      when: `cp ${SERVER}:/kecs-owner `,
      then: takenOverBy === undefined ? NO_FILE : archiveOf(takenOverBy),
    },
  ];
}

export const ensure = (
  dockerSays: readonly Answer[],
  k3dSays: readonly Answer[] = [],
  env = {},
  files: Readonly<Record<string, string>> = {},
) =>
  runScript(
    ENSURE_SCRIPT,
    { docker: dockerSays, k3d: k3dSays, sleep: [] },
    { ...ENV, ...env },
    CONFIG,
    files,
  );

/** The calls that change something; looking is free. */
export const changes = (calls: readonly string[]) =>
  calls
    .filter(
      (call) => !/^docker ((image |network )?inspect|cp k3d-|ps|volume ls|network ls)/.test(call),
    )
    .filter((call) => !/readyz|^sleep|^k3d version/.test(call))
    .map((call) => call.replace(/--config .*/, "--config FILE"));

export const STAMP = `docker exec -i ${SERVER} sh -c cat >/kecs-generation`;
export const SWEEP = "docker rm -f -v c1 c2";
export const SWEPT = [SWEEP, "docker network rm n1"];
export const ADOPT = `docker exec -i ${SERVER} sh -c cat >/kecs-owner`;
export const CREATE = "k3d cluster create --config FILE";
export const RELOAD = `docker exec ${BALANCER} nginx -s reload`;
export const START = "k3d cluster start kecs-myapp --wait --timeout 180s";
export const edit = (...ports: string[]) =>
  `k3d cluster edit kecs-myapp ${ports.map((port) => `--port-add ${port}@loadbalancer`).join(" ")}`;
