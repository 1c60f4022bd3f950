import type {
  RegisterTargetsCommandInput,
  RegisterTargetsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { targetGroupRecord } from "../../../core/lb/targetGroup/record";
import { checkTargetGroup } from "./checkTargetGroup";
import { checkTargets } from "./checkTargets";
import { targetGroupByArn } from "./lookUp";
import { replace, requireOwn } from "./objects";
import { targetGroupValuesOf } from "./shapes/targetGroup";
import { registeredTargets, targetText, toTarget, zonesOf } from "./targets";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html */
export const registerTargets: Operation<RegisterTargetsCommandInput, RegisterTargetsOutput> = (
  { TargetGroupArn, Targets = [] },
  world,
) => {
  const object = targetGroupByArn(world, TargetGroupArn);
  requireOwn(object, "Target group");
  const quic = Targets.find(({ QuicServerId }) => QuicServerId !== undefined);
  if (quic !== undefined) {
    throw new AwsError(
      "InvalidTarget",
      `The target '${quic.Id ?? ""}' cannot have a QuicServerId, which is for the protocols QUIC and TCP_QUIC`,
    );
  }
  const given = Targets.map((target) => ({
    text: targetText(toTarget(object, target)),
    zone: target.AvailabilityZone,
  }));
  const registered = registeredTargets(object);
  checkTargets(
    Targets.map((target) => toTarget(object, target)),
    registered,
  );
  const present = registered.map(targetText);
  const targets = [...new Set([...present, ...given.map(({ text }) => text)])];
  const values = { ...targetGroupValuesOf(object), targets };
  checkTargetGroup(values, (i) => given.findIndex(({ text }) => text === targets[i]));
  const named = given.flatMap(({ text, zone }) =>
    zone === undefined ? [] : [[text, zone] as const],
  );
  const Zones = { ...zonesOf(object), ...Object.fromEntries(named) };
  return {
    output: {},
    changes: [
      replace(object, {
        attributes: { ...targetGroupRecord(values, object.arn).attributes },
        echo: { ...object.echo, Zones },
      }),
    ],
  };
};
