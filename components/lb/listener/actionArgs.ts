import type {
  ActionValues,
  FixedResponseValues,
  ForwardStickinessValues,
  ForwardValues,
  RedirectValues,
  WeightedTargetGroupValues,
} from "../../../core/lb/actions/values";
import type { InputsOf } from "../../inputs/inputsOf";

/**
 * An action, shaped like one of `defaultActions` of `aws.lb.Listener` and of `actions` of
 * `aws.lb.ListenerRule`. Only the field that belongs to its type may be given.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
 */
export interface ActionArgs extends InputsOf<ActionValues> {}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ForwardActionConfig.html */
export interface ForwardArgs extends InputsOf<ForwardValues> {}

export interface WeightedTargetGroupArgs extends InputsOf<WeightedTargetGroupValues> {}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupStickinessConfig.html */
export interface ForwardStickinessArgs extends InputsOf<ForwardStickinessValues> {}

/**
 * At least one of protocol, host, port and path has to change. `#{protocol}`, `#{host}`, `#{port}`,
 * `#{path}` (without its leading slash) and `#{query}` stand for what the request had.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
 */
export interface RedirectArgs extends InputsOf<RedirectValues> {}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html */
export interface FixedResponseArgs extends InputsOf<FixedResponseValues> {}
