import {
  KECS_DESTROY,
  KECS_START,
  KECS_STOP,
  PULUMI_UP,
  type Before,
  type FaultRow,
  type Interrupt,
} from "../row";

/* What is interrupted has no promised end of its own; what is promised is that the next start answers, or the next destroy removes. */

type Cut = readonly [Interrupt["signal"], Interrupt["meets"], ...number[]];

const CUTS: readonly {
  readonly of: string;
  readonly before: Before;
  readonly command: readonly string[];
  readonly cuts: readonly Cut[];
}[] = [
  {
    of: "START",
    before: "absent",
    command: KECS_START,
    cuts: [
      ["SIGINT", "group", 1, 4, 12],
      ["SIGTERM", "kecs", 2, 8],
      ["SIGKILL", "group", 0.5, 4, 8, 12],
      ["SIGKILL", "kecs", 2],
      ["SIGKILL", "pulumi", 8],
      ["SIGKILL", "plugins", 12],
    ],
  },
  {
    of: "AGAIN",
    before: "stopped",
    command: KECS_START,
    cuts: [
      ["SIGINT", "group", 2, 8],
      ["SIGKILL", "group", 4],
    ],
  },
  {
    of: "STOP",
    before: "running",
    command: KECS_STOP,
    cuts: [
      ["SIGINT", "group", 1],
      ["SIGKILL", "group", 0.5, 2],
    ],
  },
  {
    of: "DESTROY",
    before: "running",
    command: KECS_DESTROY,
    cuts: [
      ["SIGINT", "group", 2],
      ["SIGTERM", "kecs", 4],
      ["SIGKILL", "group", 1, 4, 8],
    ],
  },
  {
    of: "UP",
    before: "absent",
    command: PULUMI_UP,
    cuts: [
      ["SIGINT", "group", 8],
      ["SIGKILL", "group", 4, 12],
      ["SIGKILL", "plugins", 8],
    ],
  },
];

const MET: Readonly<Record<Interrupt["meets"], string>> = {
  group: "the process group",
  kecs: "the command alone",
  pulumi: "Pulumi alone",
  plugins: "Pulumi's plugins",
};

export const interrupts: readonly FaultRow[] = CUTS.flatMap(({ of, before, command, cuts }) =>
  cuts
    .flatMap(([signal, meets, ...times]) =>
      times.map((afterSeconds) => ({ signal, meets, afterSeconds })),
    )
    .map((interrupt, i): FaultRow => ({
      id: `${of}-${String(i + 1).padStart(2, "0")}`,
      situation: `${interrupt.signal} meets ${MET[interrupt.meets]} after ${interrupt.afterSeconds} s`,
      ...{ before, command, interrupt },
      expect: command === KECS_DESTROY ? { removes: true } : { ends: true },
      ...(of === "STOP" && i === 1 ? { isShort: true } : {}),
    })),
);
