import type { Action, Rule } from "../model";
import type { ListenerOf } from "../traefikObjects/names";
import type { ActionObjects, ActionTranslator } from "./actionTranslator";
import { fixedResponse } from "./fixedResponse/translate";
import { forward } from "./forward/translate";
import { redirect } from "./redirect/translate";

const TRANSLATORS: {
  readonly [Type in Action["type"]]: ActionTranslator<Extract<Action, { readonly type: Type }>>;
} = { forward, redirect, "fixed-response": fixedResponse };

/** What an action becomes; its objects have the name that is given. */
export function actionObjects(
  of: ListenerOf,
  name: string,
  action: Action,
  rule?: Rule,
): ActionObjects {
  const translator: ActionTranslator<Action> = TRANSLATORS[action.type];
  return translator.toObjects(action, of, name, rule);
}
