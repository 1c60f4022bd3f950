import { holding, type SpecsOf } from "../../support/fieldSpec";
import type { ActionValues } from "./values";

const SESSION = {
  authenticationRequestExtraParams: "textMap",
  onUnauthenticatedRequest: "text",
  scope: "text",
  sessionCookieName: "text",
  sessionTimeout: "number",
} as const;

/** The fields of an action, of a listener or of a rule. */
export const ACTION_FIELDS: SpecsOf<ActionValues> = {
  type: "text!",
  order: "number",
  targetGroupArn: "text",
  forward: holding("object", {
    targetGroups: holding("objects!", { arn: "text!", weight: "number" }),
    stickiness: holding("object", { enabled: "boolean", duration: "number" }),
  }),
  redirect: holding("object", {
    statusCode: "text!",
    protocol: "text",
    host: "text",
    port: "text",
    path: "text",
    query: "text",
  }),
  fixedResponse: holding("object", {
    statusCode: "text",
    contentType: "text",
    messageBody: "text",
  }),
  authenticateOidc: holding("object", {
    ...SESSION,
    authorizationEndpoint: "text",
    clientId: "text",
    clientSecret: "text",
    issuer: "text",
    tokenEndpoint: "text",
    userInfoEndpoint: "text",
  }),
  authenticateCognito: holding("object", {
    ...SESSION,
    userPoolArn: "text",
    userPoolClientId: "text",
    userPoolDomain: "text",
  }),
  jwtValidation: holding("object", {
    additionalClaims: holding("objects", { format: "text", name: "text", values: "texts" }),
    issuer: "text",
    jwksEndpoint: "text",
  }),
};
