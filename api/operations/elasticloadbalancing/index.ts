import type { Operations } from "../../world/operation";
import { addListenerCertificates } from "./addListenerCertificates";
import { addTags } from "./addTags";
import { createListener } from "./createListener";
import { createLoadBalancer } from "./createLoadBalancer";
import { createRule } from "./createRule";
import { createTargetGroup } from "./createTargetGroup";
import { deleteListener } from "./deleteListener";
import { deleteLoadBalancer } from "./deleteLoadBalancer";
import { deleteRule } from "./deleteRule";
import { deleteTargetGroup } from "./deleteTargetGroup";
import { deregisterTargets } from "./deregisterTargets";
import { describeAccountLimits } from "./describeAccountLimits";
import { describeCapacityReservation } from "./describeCapacityReservation";
import { describeListenerAttributes } from "./describeListenerAttributes";
import { describeListenerCertificates } from "./describeListenerCertificates";
import { describeListeners } from "./describeListeners";
import { describeLoadBalancerAttributes } from "./describeLoadBalancerAttributes";
import { describeLoadBalancers } from "./describeLoadBalancers";
import { describeRules } from "./describeRules";
import { describeSSLPolicies } from "./describeSSLPolicies";
import { describeTags } from "./describeTags";
import { describeTargetGroupAttributes } from "./describeTargetGroupAttributes";
import { describeTargetGroups } from "./describeTargetGroups";
import { describeTargetHealth } from "./describeTargetHealth";
import { describeTrustStores } from "./describeTrustStores";
import { modifyCapacityReservation } from "./modifyCapacityReservation";
import { modifyIpPools } from "./modifyIpPools";
import { modifyListener } from "./modifyListener";
import { modifyListenerAttributes } from "./modifyListenerAttributes";
import { modifyLoadBalancerAttributes } from "./modifyLoadBalancerAttributes";
import { modifyRule } from "./modifyRule";
import { modifyTargetGroup } from "./modifyTargetGroup";
import { modifyTargetGroupAttributes } from "./modifyTargetGroupAttributes";
import { registerTargets } from "./registerTargets";
import { removeListenerCertificates } from "./removeListenerCertificates";
import { removeTags } from "./removeTags";
import { setIpAddressType } from "./setIpAddressType";
import { setRulePriorities } from "./setRulePriorities";
import { setSecurityGroups } from "./setSecurityGroups";
import { setSubnets } from "./setSubnets";

export { LENIENCIES } from "./leniencies";

/** The operations of Elastic Load Balancing that an instance has, by AWS's names. */
export const operations = {
  CreateLoadBalancer: createLoadBalancer,
  DescribeLoadBalancers: describeLoadBalancers,
  DeleteLoadBalancer: deleteLoadBalancer,
  DescribeLoadBalancerAttributes: describeLoadBalancerAttributes,
  ModifyLoadBalancerAttributes: modifyLoadBalancerAttributes,
  SetSecurityGroups: setSecurityGroups,
  SetSubnets: setSubnets,
  SetIpAddressType: setIpAddressType,
  DescribeCapacityReservation: describeCapacityReservation,
  ModifyCapacityReservation: modifyCapacityReservation,
  ModifyIpPools: modifyIpPools,
  CreateTargetGroup: createTargetGroup,
  DescribeTargetGroups: describeTargetGroups,
  DeleteTargetGroup: deleteTargetGroup,
  ModifyTargetGroup: modifyTargetGroup,
  DescribeTargetGroupAttributes: describeTargetGroupAttributes,
  ModifyTargetGroupAttributes: modifyTargetGroupAttributes,
  RegisterTargets: registerTargets,
  DeregisterTargets: deregisterTargets,
  DescribeTargetHealth: describeTargetHealth,
  CreateListener: createListener,
  DescribeListeners: describeListeners,
  ModifyListener: modifyListener,
  DeleteListener: deleteListener,
  DescribeListenerAttributes: describeListenerAttributes,
  ModifyListenerAttributes: modifyListenerAttributes,
  CreateRule: createRule,
  DescribeRules: describeRules,
  ModifyRule: modifyRule,
  DeleteRule: deleteRule,
  SetRulePriorities: setRulePriorities,
  AddTags: addTags,
  RemoveTags: removeTags,
  DescribeTags: describeTags,
  AddListenerCertificates: addListenerCertificates,
  RemoveListenerCertificates: removeListenerCertificates,
  DescribeListenerCertificates: describeListenerCertificates,
  DescribeSSLPolicies: describeSSLPolicies,
  DescribeTrustStores: describeTrustStores,
  DescribeAccountLimits: describeAccountLimits,
} satisfies Operations;
