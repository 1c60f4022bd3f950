import type { Rule } from "../model";
import type { ListenerOf } from "../traefikObjects/names";
import type { KubeObject, Route } from "../traefikObjects/object";

/** An action as a part of a route, and the objects that it needs beside it. */
export interface ActionObjects {
  readonly parts: readonly KubeObject[];
  readonly target: Pick<Route, "middlewares" | "services">;
}

/** How a kind of action is made in Traefik. */
export interface ActionTranslator<Kind> {
  /** What an action becomes; its objects have the name that is given. */
  toObjects(action: Kind, of: ListenerOf, name: string, rule?: Rule): ActionObjects;
}
