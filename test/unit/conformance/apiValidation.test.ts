import { join } from "node:path";
import { operations as acm } from "../../../api/operations/acm";
import { AwsError } from "../../../api/world/awsError";
import type { Operation } from "../../../api/world/operation";
import { Validation, type ValidationClients } from "../../conformance/api/validation";
import { loadCases } from "../../conformance/caseFile";
import type { ValidationGiven } from "../../conformance/validation";
import { LoadBalancing } from "../../helpers/api/loadBalancing";

const { cases } = loadCases(join(__dirname, "..", "..", "conformance", "cases.yaml"));
const validation = cases.filter(({ feature }) => feature === "validation");

/** The operations of the API by the SDK's commands, on records in memory. */
function inMemory(): { readonly clients: ValidationClients; readonly instance: LoadBalancing } {
  const instance = new LoadBalancing();
  instance.now = new Date();
  const send = (command: { readonly input: object }): Promise<unknown> => {
    const name = command.constructor.name.replace(/Command$/, "");
    try {
      const ofAcm = (acm as Readonly<Record<string, unknown>>)[name];
      return Promise.resolve(
        ofAcm === undefined
          ? instance.ask(name as never, command.input as never)
          : instance.call(ofAcm as Operation<object, unknown>, command.input),
      );
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const { code, message } = error;
      return Promise.reject(Object.assign(new Error(message), { name: code, $fault: "client" }));
    }
  };
  return { clients: { acm: { send }, elbv2: { send } }, instance };
}

/** AWS's code and what the message says of it, for each case; none where it is accepted. */
const REFUSALS: Readonly<Record<string, readonly [code: string, message: RegExp] | undefined>> = {
  "VAL-01": ["ValidationError", /Priority: .*KECS1011/],
  "VAL-02": ["ValidationError", /Priority: .*KECS1011/],
  "VAL-04": ["ValidationError", /Conditions: .*KECS1018/],
  "VAL-05": ["ValidationError", /Conditions: .*KECS1018/],
  "VAL-06": ["ValidationError", /Conditions\[1\].PathPatternConfig: .*KECS1018/],
  "VAL-09": ["ValidationError", /Conditions: .*KECS1009/],
  "VAL-10": ["ValidationError", /PathPatternConfig.Values\[0\]: .*KECS1018/],
  "VAL-12": ["ValidationError", /HttpHeaderConfig.HttpHeaderName: .*KECS1018/],
  "VAL-13": ["ValidationError", /HttpRequestMethodConfig.Values\[0\]: .*KECS1018/],
  "VAL-14": ["ValidationError", /HttpRequestMethodConfig.Values\[0\]: .*KECS1018/],
  "VAL-16": ["ValidationError", /SourceIpConfig.Values\[0\]: .*KECS1018/],
  "VAL-17": ["ValidationError", /PathPatternConfig.Values\[0\]: .*KECS1018/],
  "VAL-18": ["ValidationError", /HostHeaderConfig.Values\[0\]: .*KECS1018/],
  "VAL-20": ["ValidationError", /Actions: .*KECS1009/],
  "VAL-21": ["InvalidLoadBalancerAction", /Actions\[1\]: .*KECS1020/],
  "VAL-22": ["InvalidLoadBalancerAction", /ForwardConfig.TargetGroups: .*KECS1020/],
  "VAL-24": ["ValidationError", /TargetGroups\[0\].Weight: .*KECS1011/],
  "VAL-25": ["InvalidLoadBalancerAction", /FixedResponseConfig.StatusCode: .*KECS1020/],
  "VAL-26": ["InvalidLoadBalancerAction", /FixedResponseConfig.MessageBody: .*KECS1020/],
  "VAL-28": ["InvalidLoadBalancerAction", /RedirectConfig: .*KECS1020/],
  "VAL-29": ["InvalidLoadBalancerAction", /RedirectConfig: .*KECS1020/],
  "VAL-30": ["InvalidLoadBalancerAction", /RedirectConfig.Protocol: .*KECS1020/],
  "VAL-32": ["InvalidLoadBalancerAction", /Actions\[0\].Type: .*KECS1020/],
  "VAL-33": ["InvalidLoadBalancerAction", /TargetGroupArn: .*GRPC.*KECS1020/],
  "VAL-34": ["ValidationError", /stickiness.app_cookie.cookie_name: .*KECS1008/],
  "VAL-36": ["ValidationError", /idle_timeout.timeout_seconds: .*KECS1011/],
  "VAL-37": ["ValidationError", /slow_start.duration_seconds: .*KECS1015/],
  "VAL-38": ["InvalidConfigurationRequest", /kecs.hostnames: .*KECS1012/],
  "VAL-41": ["InvalidConfigurationRequest", /kecs.hostnames: .*KECS1012/],
  "VAL-42": ["TargetGroupNotFound", /not found/],
  "VAL-08": undefined,
  "VAL-43": undefined,
};

test("no case is left out", () => {
  expect(validation.map(({ id }) => id).sort()).toEqual(Object.keys(REFUSALS).sort());
});

test.each(validation.map(({ id, title, given }) => ({ id, title, given })))(
  "the API has its own code for $id, $title",
  async ({ id, given }) => {
    const { clients, instance } = inMemory();
    const of = new Validation(clients);
    const error = await of.refusalOf(given as ValidationGiven);
    const [code, message] = REFUSALS[id] ?? [];
    expect(error?.name).toBe(code);
    expect(error?.message).toEqual(message && expect.stringMatching(message));
    await of.remove();
    expect(instance.objects).toEqual([]);
  },
);
