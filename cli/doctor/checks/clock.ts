import { failed, ok, type Verdict } from "../check";
import { daemonCheck, type DaemonInfo } from "../daemon";

const MOST_SECONDS = 60;

/**
 * Certificates and the times of logs go wrong where the daemon's clock is another one.
 *
 * @param now milliseconds of this machine's clock
 */
export function judgeClock({ SystemTime = "" }: DaemonInfo, now: number): Verdict {
  const seconds = Math.round((Date.parse(SystemTime) - now) / 1000);
  if (Number.isNaN(seconds)) return ok("Docker does not tell its time");
  const evidence = `Docker's clock differs by ${Math.abs(seconds)} s`;
  if (Math.abs(seconds) <= MOST_SECONDS) return ok(evidence);
  return failed(
    "KECS2014",
    evidence,
    "set the clock of the machine that Docker runs on; Docker Desktop does it when it is restarted",
  );
}

export const clock = daemonCheck("clock", (info) => judgeClock(info, Date.now()));
