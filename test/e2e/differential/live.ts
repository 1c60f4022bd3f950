import { setTimeout as pause } from "node:timers/promises";
import { transports } from "../../../core/lb/loadBalancer/manifests";
import type { LoadBalancer, Request } from "../../../core/lb/model";
import { translate } from "../../../core/lb/translate/translate";
import { sendHttp1 } from "../../conformance/client/sendHttp1";
import { untilLoaded } from "../../conformance/run/loaded";
import type { SharedInstance } from "../support/conformanceInstance";
import { loadBalancerOf, requestOf } from "./model";
import { disagreements, predicted, type Outcome, type Prediction } from "./outcome";
import type { GeneratedRequest } from "./requests";
import type { RuleSet } from "./ruleSet";

const LABEL = "kecs.dev/test";
const TRIES = 4;

/** A rule set and a request to it. */
export interface Question {
  readonly set: RuleSet;
  readonly request: GeneratedRequest;
}

export interface Disagreement extends Question {
  readonly loadBalancer: LoadBalancer;
  readonly sent: Request;
  readonly expected: Prediction;
  readonly received: Outcome;
}

/** Rule sets live in Traefik, as `translate` makes them, under names of their own. */
export class Live {
  private batch = 0;

  constructor(private readonly instance: SharedInstance) {}

  /** Puts the rule sets into the instance and waits until Traefik has them; returns their names. */
  async load(sets: readonly RuleSet[]): Promise<string[]> {
    this.batch += 1;
    const { cluster, connection, folder } = this.instance;
    const names = sets.map((_, i) => `d${this.batch}-${i}`);
    const all = sets.map((set, i) => loadBalancerOf(set, names[i] ?? "", connection));
    const objects = [...all.map((lb) => transports(lb).plain), ...translate(all)];
    await cluster.apply(folder, objects.map(labelled));
    await untilLoaded(cluster, 120_000);
    return names;
  }

  async clear(): Promise<void> {
    await this.instance.cluster.kubectl(
      ...["delete", "ingressroutes,middlewares,serverstransports", "--selector", LABEL],
      "--wait=false",
    );
  }

  /** Asks Traefik and the model; the answer counts once it has come twice. */
  async ask({ set, request }: Question, name: string): Promise<Disagreement | Prediction> {
    const { connection, peer } = this.instance;
    const loadBalancer = loadBalancerOf(set, name, connection);
    const sent = requestOf(request, name, connection, peer);
    const expected = predicted(loadBalancer, sent);
    for (let i = 1; ; i += 1) {
      const received = disagreements(expected, await sendHttp1(sent));
      if (received === undefined) return expected;
      if (i === TRIES) return { set, request, loadBalancer, sent, expected, received };
      await pause(300);
    }
  }
}

function labelled<T extends { metadata: { labels: Readonly<Record<string, string>> } }>(object: T) {
  const labels = { ...object.metadata.labels, [LABEL]: "differential" };
  return { ...object, metadata: { ...object.metadata, labels } };
}
