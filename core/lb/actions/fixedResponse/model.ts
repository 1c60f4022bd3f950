import type { FixedResponse } from "../../model";
import type { FixedResponseValues } from "../values";

/** A valid fixed response as the model has it. */
export function fixedResponseOf(values: FixedResponseValues): FixedResponse {
  const { statusCode, messageBody = "" } = values;
  const contentType = values.contentType ?? (messageBody === "" ? undefined : "text/plain");
  return {
    type: "fixed-response",
    statusCode: Number(statusCode),
    ...(contentType === undefined ? {} : { contentType }),
    messageBody,
  };
}
