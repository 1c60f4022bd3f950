import type { Redirect } from "../../model";
import { readAuthority } from "../../request/host";
import { hostOf } from "../../request/matchedListener";
import { pathForTarget, readTarget } from "../../request/path";
import { queryForTarget } from "../../request/query";
import type { ActionEvaluator } from "../actionEvaluator";
import { locationOf } from "./location";

export const redirect: ActionEvaluator<Redirect> = {
  answer(action, { listener }, request) {
    const { path, query = "" } = readTarget(request.target);
    const location = locationOf(action, listener, {
      host: readAuthority(hostOf(request) ?? "").name,
      path: pathForTarget(path),
      query: queryForTarget(query),
    });
    return {
      type: "response",
      status: action.statusCode,
      headers: { Location: location, "Content-Length": "0" },
      body: "",
      reason: "a redirect",
    };
  },
};
