import { problem, type Issue } from "../../core/validate";
import { claim } from "./program";

/** The issue of a name that another component of the program has; none where it was free. */
export function claimName(arn: string, path: string, field: "name" | "family" = "name"): Issue[] {
  const owner = claim(arn, path);
  return owner === undefined
    ? []
    : [
        problem(
          "KECS1001",
          `${path}.${field}`,
          `${owner} has made "${arn}" already`,
          `choose another ${field}`,
        ),
      ];
}
