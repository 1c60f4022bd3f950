import { argumentFields, NO_EFFECT } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { holding, ignored, refused } from "../../support/fieldSpec";
import { ACTION_FIELDS } from "../actions/fields";
import type { Resolved } from "./model";

const REWRITE = {
  rewrite: holding("object", { regex: "text", replace: "text" }),
} as const;

/** Every field of a ListenerRule, and those of `aws.lb.ListenerRule`. */
export const LISTENER_RULE_FIELDS = argumentFields<Resolved>("a listener rule", NO_EFFECT, {
  connection: CONNECTION_FIELD,
  listenerArn: "text!",
  priority: "number",
  conditions: holding("objects!", {
    hostHeader: holding("object", { values: "texts", regexValues: "texts" }),
    pathPattern: holding("object", { values: "texts", regexValues: "texts" }),
    httpHeader: holding("object", {
      httpHeaderName: "text",
      values: "texts",
      regexValues: "texts",
    }),
    httpRequestMethod: holding("object", { values: "texts" }),
    queryStrings: holding("objects", { key: "text", value: "text" }),
    sourceIp: holding("object", {
      values: "texts",
      ipAddressType: ignored("text", "the values themselves show the kind of address"),
    }),
  }),
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
