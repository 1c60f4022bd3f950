import { validateBounds } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import type { ActionContext } from "../actions/context";
import { validateFixedResponse } from "../actions/fixedResponse/validate";
import { validateForward } from "../actions/forward/validate";
import { inOrder } from "../actions/order";
import { validateRedirect } from "../actions/redirect/validate";
import type { ActionValues } from "../actions/values";

export type { ActionContext } from "../actions/context";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html */
const ORDER = [1, 50000] as const;
const TERMINAL = ["forward", "redirect", "fixed-response"];
/** What comes before the terminal action. */
const AUTHENTICATE = ["authenticate-oidc", "authenticate-cognito", "jwt-validation"];
const TYPE_OF = {
  targetGroupArn: "forward",
  forward: "forward",
  redirect: "redirect",
  fixedResponse: "fixed-response",
  authenticateOidc: "authenticate-oidc",
  authenticateCognito: "authenticate-cognito",
  jwtValidation: "jwt-validation",
} as const;

/** Every problem of the actions of a rule or a listener. */
export function validateActions(
  actions: readonly ActionValues[],
  path: string,
  context: ActionContext = {},
): Issue[] {
  return [
    ...actions.flatMap((action, i) => validateAction(action, `${path}[${i}]`, context)),
    ...validateOrder(actions, path),
    ...validateTerminal(actions, path),
  ];
}

function validateAction(action: ActionValues, path: string, context: ActionContext): Issue[] {
  const strangers = (Object.keys(TYPE_OF) as (keyof typeof TYPE_OF)[])
    .filter((field) => action[field] !== undefined && TYPE_OF[field] !== action.type)
    .map((field) =>
      problem(
        "KECS1020",
        `${path}.${field}`,
        `${field} belongs to actions of type ${TYPE_OF[field]}, not to "${action.type}"`,
        `leave it out, or write type: "${TYPE_OF[field]}"`,
      ),
    );
  return [
    ...validateBounds(action.order, ORDER, `${path}.order`),
    ...validateType(action, path, context),
    // What belongs to an unknown type is not known either.
    ...([...TERMINAL, ...AUTHENTICATE].includes(action.type) ? strangers : []),
  ];
}

function validateType(action: ActionValues, path: string, context: ActionContext): Issue[] {
  const { type, redirect, fixedResponse } = action;
  switch (type) {
    case "forward":
      return validateForward(action, path, context);
    case "redirect":
      return redirect === undefined
        ? [incomplete(path, "redirect", type)]
        : validateRedirect(redirect, `${path}.redirect`, context);
    case "fixed-response":
      return fixedResponse === undefined
        ? [incomplete(path, "fixedResponse", type)]
        : validateFixedResponse(fixedResponse, `${path}.fixedResponse`);
    case "authenticate-oidc":
    case "authenticate-cognito":
    case "jwt-validation":
      return [notAvailable(type, path, context)];
    default:
      return [
        problem(
          "KECS1008",
          `${path}.type`,
          `"${type}" is not a type of action`,
          `use ${TERMINAL.join(", ")}`,
        ),
      ];
  }
}

function incomplete(path: string, field: string, type: string): Issue {
  return problem(
    "KECS1009",
    `${path}.${field}`,
    `an action of type "${type}" needs ${field}`,
    `say what to do in ${field}`,
  );
}

function notAvailable(type: string, path: string, { listener }: ActionContext): Issue {
  if (listener?.protocol === "HTTP") {
    return problem(
      "KECS1020",
      `${path}.type`,
      `AWS allows "${type}" on HTTPS listeners only`,
      "leave the action out",
    );
  }
  return problem(
    "KECS1013",
    `${path}.type`,
    `"${type}" needs a local issuer, which is not available yet`,
    "leave the action out of the local stack",
  );
}

function validateOrder(actions: readonly ActionValues[], path: string): Issue[] {
  const orders = actions.map(({ order }, i) => order ?? i + 1);
  return orders.flatMap((order, i) => {
    const first = orders.indexOf(order);
    if (first === i) return [];
    return [
      problem(
        "KECS1015",
        `${path}[${i}].order`,
        `order "${order}" is also that of ${path}[${first}]`,
        "give each action an order of its own",
      ),
    ];
  });
}

/** Exactly one action ends the list, and it is the last one. */
function validateTerminal(actions: readonly ActionValues[], path: string): Issue[] {
  const sorted = inOrder(actions);
  const end = sorted.findIndex(({ action }) => TERMINAL.includes(action.type));
  if (end >= 0) {
    return sorted
      .slice(end + 1)
      .map(({ action, index }) =>
        problem(
          "KECS1020",
          `${path}[${index}]`,
          `"${action.type}" comes after "${sorted[end]?.action.type ?? ""}", which answers the request`,
          `keep exactly one of ${TERMINAL.join(", ")}, as the last action`,
        ),
      );
  }
  if (actions.some(({ type }) => !AUTHENTICATE.includes(type))) return [];
  return [
    problem(
      "KECS1009",
      path,
      `exactly one of ${TERMINAL.join(", ")} is needed`,
      'write [{ type: "forward", targetGroupArn: group.arn }]',
    ),
  ];
}
