/** The custom range of local ports, both ends included. */
export interface PortRange {
  readonly start: number;
  readonly end: number;
}

/** A connection, as far as it tells the range. */
interface Ends {
  /** 0 where the instance has no range. */
  readonly rangeStart: number;
  readonly rangeEnd: number;
}

/** The range of an instance; undefined where it has none. */
export function rangeOf({ rangeStart, rangeEnd }: Ends): PortRange | undefined {
  return rangeStart === 0 ? undefined : { start: rangeStart, end: rangeEnd };
}

/** How many local ports a range can have: NodePorts 30800 to 30899 stand behind it. */
export const MAX_RANGE_WIDTH = 100;

export function width(range: PortRange): number {
  return range.end - range.start + 1;
}

export function contains(range: PortRange, port: number): boolean {
  return port >= range.start && port <= range.end;
}

/** Variables that give a range for one run. */
export const RANGE_VARIABLES = {
  portRangeStart: "KECS_ALB_PORT_RANGE_START",
  portRangeEnd: "KECS_ALB_PORT_RANGE_END",
} as const;
