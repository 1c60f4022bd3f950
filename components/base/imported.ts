import * as pulumi from "@pulumi/pulumi";
import { recordOf, type ObjectRecord, type Records } from "../../core/records/records";
import { KecsError, problem, type Issue } from "../../core/validate";
import { refuse } from "../controlPlane/program";
import { recordsOf } from "../controlPlane/records";
import { showWarnings } from "./validated";

/** What the records say of an object of another stack. */
export interface Imported {
  readonly record: ObjectRecord;
  readonly records: Records;
}

/** An object of another stack, as an argument names it. */
export interface ImportedReference {
  readonly instance: string;
  readonly arn: string;
  /** What it is, such as `listener`. */
  readonly what: string;
  /** How errors call the argument. */
  readonly path: string;
}

/**
 * Looks up an object of another stack. Undefined, with a warning, if the instance is not there to
 * be asked, and in a preview, which cannot know what is there by the time of the update.
 *
 * @throws KecsError KECS1035 if an update finds that the instance has no such object; KECS1016 if
 * another version of KECS wrote its record; KECS3004 if an update cannot read the records
 */
export async function findImported(of: ImportedReference): Promise<Imported | undefined> {
  const { instance, arn, what, path } = of;
  const listed = await recordsOf(instance);
  if (listed.kind !== "records") {
    if (listed.kind === "failure" && !pulumi.runtime.isDryRun()) throw unread(of, listed.why);
    const why = `instance "${instance}" does not answer`;
    const message = `${why}, so "${arn}" is taken for a ${what} with AWS's defaults`;
    warn(problem("KECS1035", path, message));
    return undefined;
  }
  const { records } = listed;
  const record = recordOf(records, arn);
  if (record !== undefined) return { record, records };
  if (records.unreadable.has(arn)) {
    throw refuse(
      new KecsError([
        problem(
          "KECS1016",
          path,
          `another version of KECS made the ${what} "${arn}"`,
          "bring its stack and this one up to date with the same version: kecs start",
        ),
      ]),
    );
  }
  const missing = problem(
    "KECS1035",
    path,
    `instance "${instance}" has no ${what} "${arn}"`,
    `deploy the stack that makes it first, and pass its arn output`,
  );
  if (!pulumi.runtime.isDryRun()) throw refuse(new KecsError([missing]));
  warn(missing);
  return undefined;
}

/** Defaults in the place of what is there would change another stack's objects. */
function unread({ instance, arn, what, path }: ImportedReference, why: string): Error {
  const message = `instance "${instance}" does not say what the ${what} "${arn}" is: ${why}`;
  const hint = "run the update again; kecs status shows whether the instance answers";
  return refuse(new KecsError([problem("KECS3004", path, message, hint)]));
}

function warn(issue: Issue): void {
  showWarnings([{ ...issue, severity: "warning" }]);
}
