import type { FixedResponse } from "../../model";
import type { ActionEvaluator } from "../actionEvaluator";

export const fixedResponse: ActionEvaluator<FixedResponse> = {
  answer(action, _, { method }) {
    const { statusCode: status, contentType, messageBody } = action;
    // HTTP allows no body with it, nor a length. RFC 9110, 15.3.5.
    const isBare = status === 204;
    return {
      type: "response",
      status,
      headers: {
        ...(contentType === undefined ? {} : { "Content-Type": contentType }),
        ...(isBare ? {} : { "Content-Length": String(Buffer.byteLength(messageBody)) }),
      },
      body: isBare || method === "HEAD" ? "" : messageBody,
      reason: "a fixed response",
    };
  },
};
