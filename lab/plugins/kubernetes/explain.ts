import { isConflict } from "./apiError";

export const existsMessage =
  "The resource already exists in the cluster. Give it an alias if it was renamed, set " +
  "deleteBeforeReplace if it is replaced under the same name, import it to manage it, or set " +
  "upsertExistingObjects on the provider to let creations update what exists.";

/** An error of server-side apply, with what helps to understand a conflict. */
export function explainApplyError(error: unknown, fieldManager: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (!isConflict(error)) return error;
  return new Error(
    "server-side apply field conflict detected, see https://www.pulumi.com/registry/packages/" +
      "kubernetes/how-to-guides/managing-resources-with-server-side-apply/" +
      "#handle-field-conflicts-on-existing-resources for troubleshooting help\n" +
      `The resource managed by field manager "${fieldManager}" had an apply conflict: ` +
      error.message,
  );
}
