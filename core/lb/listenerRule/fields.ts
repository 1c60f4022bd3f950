import { argumentFields, NO_EFFECT } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { holding, ignored, refused } from "../../support/fieldSpec";
import { ACTION_FIELDS } from "../actions/fields";
import { CONDITION_FIELDS } from "../conditions/fields";
import type { Resolved } from "./model";

const REWRITE = {
  rewrite: holding("object", { regex: "text", replace: "text" }),
} as const;

/** Every field of a ListenerRule, and those of `aws.lb.ListenerRule`. */
export const LISTENER_RULE_FIELDS = argumentFields<Resolved>("a listener rule", NO_EFFECT, {
  connection: CONNECTION_FIELD,
  listenerArn: "text!",
  priority: "number",
  conditions: holding("objects!", CONDITION_FIELDS),
  actions: holding("objects!", ACTION_FIELDS),
  transforms: refused(
    "objects",
    "rewriting the host or the URL of a request is not available here",
    "leave transforms out of the local stack: targets get the request as the client sent it",
    {
      fields: {
        type: "text",
        hostHeaderRewriteConfig: holding("object", REWRITE),
        urlRewriteConfig: holding("object", REWRITE),
      },
    },
  ),
  tags: "textMap",
  region: ignored("text", "the region is the instance's"),
});
