import type { FixedResponse } from "../../model";
import { NOOP } from "../../traefikObjects/object";
import { pluginMiddleware, pluginText } from "../../traefikObjects/plugin";
import type { ActionTranslator } from "../actionTranslator";

export const fixedResponse: ActionTranslator<FixedResponse> = {
  toObjects: (action, of, name, rule) => ({
    parts: [pluginMiddleware(of, name, configuration(action), rule)],
    target: { middlewares: [{ name }], services: [NOOP] },
  }),
};

function configuration({ statusCode, contentType, messageBody }: FixedResponse) {
  return {
    mode: "fixed",
    status: statusCode,
    ...(contentType === undefined ? {} : { contentType }),
    body: pluginText(messageBody),
  };
}
