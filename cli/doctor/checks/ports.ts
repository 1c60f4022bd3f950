import { DEFAULT_HTTP_PORT, DEFAULT_HTTPS_PORT } from "../../../core/ports/validate";
import { portError } from "../../../cluster/preflight/freePort";
import { portOwner } from "../../../cluster/preflight/portOwner";
import { ok, warning, type Check, type Verdict } from "../check";

/** A port that a new instance gets where nobody says otherwise, and who has it; undefined where it is free. */
export interface PortFact {
  readonly port: number;
  readonly owner: string | undefined;
}

export function judgePorts(facts: readonly PortFact[]): Verdict {
  const taken = facts.filter(({ owner }) => owner !== undefined);
  const isInstance = ({ owner = "" }: PortFact): boolean => owner.startsWith("container k3d-kecs-");
  const strange = taken.filter((fact) => !isInstance(fact));
  const evidence = facts
    .map(({ port, owner }) => `${port} ${owner === undefined ? "is free" : `has ${owner}`}`)
    .join(", ");
  if (strange.length === 0) return ok(evidence);
  return warning(
    "KECS2006",
    evidence,
    "stop that program, or start with other ports: kecs start --http-port auto --https-port auto",
  );
}

export const ports: Check = {
  name: "ports",
  look: async () => {
    const facts = [DEFAULT_HTTP_PORT, DEFAULT_HTTPS_PORT].map(async (port) => {
      const error = await portError("127.0.0.1", port);
      return { port, owner: error === undefined ? undefined : await portOwner(port) };
    });
    return judgePorts(await Promise.all(facts));
  },
};
