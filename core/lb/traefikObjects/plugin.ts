import { metadata, type ListenerOf } from "./names";
import { API_VERSION, type KubeObject } from "./object";
import type { Rule } from "../model";

/** Name of the plugin in Middleware objects. */
export const PLUGIN = "albaction";

/** A Middleware that the plugin is, with its configuration. */
export function pluginMiddleware(
  of: ListenerOf,
  name: string,
  config: Readonly<Record<string, unknown>>,
  rule?: Rule,
): KubeObject {
  return {
    apiVersion: API_VERSION,
    kind: "Middleware",
    metadata: metadata(of, name, rule),
    spec: { plugin: { [PLUGIN]: config } },
  };
}

/**
 * A text of a user's for the plugin. Traefik puts a Secret in the place of one that begins with
 * `urn:k8s:secret:`, so the plugin takes off one backslash in front.
 */
export function pluginText(text: string): string {
  return /^(\\|urn:k8s:secret:)/.test(text) ? `\\${text}` : text;
}
