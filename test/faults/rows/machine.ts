import {
  ENDS,
  KECS_DESTROY,
  KECS_START,
  KECS_STATUS,
  KECS_STOP,
  keeps,
  refuses,
  REMOVES,
  type FaultRow,
} from "../row";

const HOLD_PORT =
  'node -e \'require("net").createServer().listen(process.argv[1], "127.0.0.1")\' $HTTP_PORT >/dev/null 2>&1 & echo $! >$SCRATCH/holder; sleep 1';
const FREE_PORT = "kill $(cat $SCRATCH/holder)";
/** The file of Pulumi's that holds the stack's state. */
const STATE = '$(find $HOME/.pulumi/stacks -name "$STACK.json.gz")';

/** What happens to files, ports and the rest of the machine. */
export const machine: readonly FaultRow[] = [
  {
    id: "PORT-01",
    situation: "another program takes the port of listener 80",
    before: "stopped",
    fault: HOLD_PORT,
    command: KECS_START,
    expect: refuses("KECS2006", 3),
    mend: FREE_PORT,
    isShort: true,
  },
  {
    id: "PORT-02",
    situation: "another program takes the port of listener 80",
    before: "absent",
    fault: HOLD_PORT,
    command: KECS_START,
    expect: refuses("KECS2006", 3),
    mend: FREE_PORT,
  },
  {
    id: "PORT-03",
    situation: "the load balancer is removed, and another program takes its port",
    before: "running",
    fault: `docker rm -f $BALANCER; ${HOLD_PORT}`,
    command: KECS_START,
    expect: refuses("KECS2006", 3),
    mend: FREE_PORT,
  },
  {
    id: "STATE-01",
    situation: "Pulumi's state of the stack is lost",
    before: "running",
    fault: "rm -rf $HOME/.pulumi/stacks $HOME/.pulumi/backups $HOME/.pulumi/history",
    command: KECS_START,
    expect: keeps("cluster"),
  },
  {
    id: "STATE-02",
    situation: "Pulumi's state of the stack is lost",
    before: "running",
    fault: "rm -rf $HOME/.pulumi/stacks $HOME/.pulumi/backups $HOME/.pulumi/history",
    command: KECS_DESTROY,
    expect: REMOVES,
  },
  {
    id: "STATE-03",
    situation: "the instance's kubeconfig is lost",
    before: "running",
    fault: 'rm -f "$KUBECONFIG"',
    command: KECS_START,
    expect: keeps("tasks"),
  },
  {
    id: "STATE-04",
    situation: "the stack's file is lost",
    before: "running",
    fault:
      "cp $CHECKOUT/stacks/Pulumi.$STACK.yaml $SCRATCH/kept; rm $CHECKOUT/stacks/Pulumi.$STACK.yaml",
    command: ["kecs", "destroy", "--yes", "--instance", "$STACK"],
    expect: REMOVES,
    mend: "cp $SCRATCH/kept $CHECKOUT/stacks/Pulumi.$STACK.yaml",
  },
  {
    id: "STATE-05",
    situation: "a lock of a killed update is left",
    before: "running",
    fault:
      'folder=$HOME/.pulumi/locks/organization/$(sed -n "s/^name: //p" $CHECKOUT/Pulumi.yaml)/$STACK; mkdir -p $folder; printf \'{"pid":999999,"username":"root","hostname":"%s","timestamp":"2024-01-01T00:00:00Z"}\' "$(hostname)" >$folder/11111111-2222-3333-4444-555555555555.json',
    command: KECS_START,
    expect: keeps("tasks"),
  },
  {
    id: "STATE-06",
    situation: "another context of kubectl is current",
    before: "running",
    fault: "sed -i 's/^current-context: .*/current-context: elsewhere/' $HOME/.kube/config",
    command: KECS_START,
    expect: keeps("tasks"),
    mend: "sed -i 's/^current-context: .*/current-context: production/' $HOME/.kube/config",
  },
  {
    id: "STATE-07",
    situation: "the passphrase is another one",
    before: "running",
    env: { PULUMI_CONFIG_PASSPHRASE: "another" },
    command: KECS_START,
    expect: refuses("KECS3003", 1),
  },
  {
    id: "STATE-08",
    situation: "Pulumi's state of the stack is cut by a full disk",
    before: "running",
    fault: `truncate -s 700 "${STATE}"`,
    command: KECS_DESTROY,
    expect: REMOVES,
  },
  {
    id: "STATE-09",
    situation: "Pulumi's state of the stack is cut by a full disk",
    before: "running",
    fault: `truncate -s 0 "${STATE}"`,
    command: KECS_START,
    expect: keeps("cluster"),
  },
  {
    id: "STATE-10",
    situation: "what Pulumi notes of the state's file is cut by a full disk",
    before: "running",
    fault: `truncate -s 0 "${STATE}.attrs"`,
    command: KECS_START,
    expect: keeps("tasks"),
  },
  {
    id: "STATE-11",
    situation: "Pulumi's state of the stack is cut by a full disk",
    before: "running",
    fault: `truncate -s 700 "${STATE}"`,
    command: KECS_STATUS,
    expect: refuses("KECS3022", 1),
    isShort: true,
  },
  {
    id: "MACH-01",
    situation: "Docker's address is wrong",
    before: "running",
    env: { DOCKER_HOST: "unix:///nowhere/docker.sock" },
    command: KECS_START,
    expect: refuses("KECS2001", 3),
  },
  {
    id: "MACH-02",
    situation: "Docker's address is wrong",
    before: "running",
    env: { DOCKER_HOST: "unix:///nowhere/docker.sock" },
    command: KECS_STATUS,
    expect: refuses("KECS2001", 3),
    isShort: true,
  },
  {
    id: "MACH-03",
    situation: "Docker's address is wrong",
    before: "running",
    env: { DOCKER_HOST: "unix:///nowhere/docker.sock" },
    command: KECS_DESTROY,
    expect: refuses("KECS2001", 3),
    isShort: true,
  },
  {
    id: "MACH-04",
    situation: "the node is paused",
    before: "running",
    fault: "docker pause $SERVER",
    command: KECS_STATUS,
    expect: ENDS,
  },
  {
    id: "MACH-05",
    situation: "a proxy is set that does not answer",
    before: "running",
    env: { HTTP_PROXY: "http://127.0.0.1:9", HTTPS_PROXY: "http://127.0.0.1:9", NO_PROXY: "" },
    command: KECS_START,
    expect: keeps("tasks"),
  },
];

/** Every call of docker takes ten minutes. */
const HANG =
  "mkdir -p $SCRATCH/bin; printf '#!/bin/sh\\nsleep 600\\n' >$SCRATCH/bin/docker; chmod +x $SCRATCH/bin/docker";

export const hanging: readonly FaultRow[] = [
  KECS_STATUS,
  KECS_START,
  KECS_STOP,
  KECS_DESTROY,
  ["kecs", "list"],
  ["kecs", "ps"],
].map((command, i) => ({
  id: `HANG-0${i + 1}`,
  situation: "no call of docker comes to its end",
  before: "running",
  fault: HANG,
  env: { PATH: "$SCRATCH/bin:$PATH" },
  command,
  expect: refuses("KECS2001", 3),
  ...(command === KECS_STATUS ? { isShort: true } : {}),
}));

export const names: readonly FaultRow[] = ["../x", "a b", ".", "x".repeat(200), "ä"].map(
  (name, i) => ({
    id: `NAME-0${i + 1}`,
    situation: `the stack is named ${name.length > 20 ? "with 200 letters" : `"${name}"`}`,
    before: "running",
    command: ["kecs", "start", `--stack=${name}`],
    expect: refuses("KECS4001", 2),
  }),
);
