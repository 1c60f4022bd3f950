import { KecsError, problem } from "../validate";
import { shellQuote } from "../text/shellQuote";

/**
 * Reads how a stack's load balancers route. Another version of KECS may have written it in another way,
 * of which the first sign is that something is not there.
 *
 * @throws KecsError KECS1016 where that is so
 */
export function ofThisVersion<T>(stack: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (KecsError.is(cause)) throw cause;
    throw new KecsError(
      [
        problem(
          "KECS1016",
          `stack ${stack}`,
          "its outputs say how requests are routed in a form that this version cannot read",
          `bring it up to date: kecs start --stack ${shellQuote(stack)}`,
        ),
      ],
      { cause },
    );
  }
}
