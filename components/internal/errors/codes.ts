/**
 * Every code that KECS reports, with the sentence that docs/errors.md prints for it.
 *
 * 1xxx arguments and configuration, 2xxx the machine, 3xxx cluster and workloads, 4xxx use of the
 * command line, 9xxx a fault of KECS itself. A code keeps its meaning for ever; a retired one is
 * not given out again.
 */
export const CODES = {
  KECS1001: "A name is missing or has characters or a length that AWS or Kubernetes refuses.",
  KECS1002: "A port is not a whole number from 1 to 65535.",
  KECS1003: "The custom port range is incomplete, reversed, wider than 100 or outside of 1-65535.",
  KECS1004: "Two roles of the port plan claim one local port.",
  KECS1005: "A listener's port has no local port in this instance's plan.",
  KECS1006: "Two listeners of one load balancer would answer on one local port.",
  KECS1007: "Two listeners of one load balancer have the same port.",
  KECS1008: "A value is not one of those that are allowed.",
  KECS1009: "A required value is missing.",
  KECS1010: "An ARN does not have the form of the resource it stands for.",
  KECS1011: "A number is outside of the range that AWS documents.",
  KECS1012: "A host name is malformed or belongs to another load balancer.",
  KECS1013: "A feature of AWS is not available here.",
  KECS1014: "A configuration key is unknown.",
  KECS1015: "Arguments contradict each other.",
  KECS1016: "A stack has no outputs of KECS, or those of another version.",
  KECS1017: "Two rules of one listener have the same priority.",
  KECS1018: "AWS refuses a condition of a rule.",
  KECS1019: "A quota of AWS is exceeded.",
  KECS1020: "AWS refuses an action of a rule or listener.",
  KECS1021: "A certificate or a key cannot be used.",
  KECS1022: "A target cannot be registered.",
  KECS2001: "No Docker daemon answers.",
  KECS2002: "The Docker daemon refuses this user.",
  KECS2003: "The Docker engine is too old.",
  KECS2004: "A program that KECS needs is missing.",
  KECS2005: "A program that KECS needs is too old.",
  KECS2006: "A local port that the instance needs is taken.",
  KECS2007: "The machine can neither use nor build an engine.",
  KECS2008: "The local certificate authority cannot be read, written or trusted.",
  KECS3001: "The cluster did not become ready.",
  KECS3002: "A URL did not answer in time.",
  KECS3003: "Pulumi could not finish an operation on the stack.",
  KECS3004: "k3d or Docker could not finish an operation on the cluster.",
  KECS3005: "Traefik did not load a route.",
  KECS3006: "An answer is not the one that the load balancer was told to give.",
  KECS4001: "The command line has an unknown command or option, or a wrong value.",
  KECS4002: "No such instance or stack.",
  KECS4003: "A destructive command needs a confirmation.",
  KECS4004: "The stack is busy with another operation.",
  KECS4005: "The command was interrupted.",
  KECS4006: "There is no Pulumi project here.",
  KECS9001: "KECS itself failed.",
} as const;

export type Code = keyof typeof CODES;
