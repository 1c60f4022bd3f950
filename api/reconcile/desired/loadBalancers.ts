import type { Connection } from "../../../core/connection";
import { transports } from "../../../core/lb/loadBalancer/manifests";
import type { Listener, LoadBalancer } from "../../../core/lb/model";
import {
  recordedLoadBalancers,
  type RecordedListener,
  type RecordedLoadBalancer,
} from "../../../core/lb/recorded/loadBalancers";
import {
  addressService,
  addressSlice,
  hostService,
  listenerService,
} from "../../../core/lb/inside/manifests";
import { recordedNames, type RecordedNames } from "../../../core/lb/recorded/names";
import { recordedRule } from "../../../core/lb/listenerRule/record";
import { carrierRoute } from "../../../core/lb/listenerCertificate/manifests";
import {
  LISTENER_CERTIFICATE_KIND,
  recordedListenerCertificate,
} from "../../../core/lb/listenerCertificate/record";
import { ownerOf, tlsSettings } from "../../../core/lb/listener/tls/settings";
import { clientCertificateMiddleware, tlsOption } from "../../../core/lb/listener/tls/tlsOption";
import type { KubeObject } from "../../../core/lb/traefikObjects/object";
import { ruleObjects } from "../../../core/lb/translate/child";
import { listenerObjects } from "../../../core/lb/translate/listener";
import type { AwsObject } from "../../world/world";
import { desired, type Desired } from "./manifest";

/** What the API's own load balancers, listeners and rules are, below whatever load balancer they are. */
export function desiredRouting(objects: readonly AwsObject[], connection: Connection): Desired[] {
  const isOwn = ownership(objects);
  const records = { objects, unreadable: new Set<string>() };
  const all = recordedLoadBalancers(records, connection);
  const names = recordedNames(records, all);
  return all.flatMap((of) => [
    ...(isOwn(of.arn) ? [...transportsOf(of), ...namesOf(of, names)] : []),
    ...of.listeners.flatMap((listener) => {
      const lb: LoadBalancer = { ...of.facts, listeners: [] };
      return [
        ...(isOwn(listener.arn) ? listenerOf(lb, listener) : []),
        ...rulesOf(lb, listener.model, objects, listener.arn),
        ...certificatesOf(lb, listener, objects),
      ];
    }),
  ]);
}

function ownership(objects: readonly AwsObject[]): (arn: string) => boolean {
  const own = new Set(objects.flatMap(({ owner, arn }) => (owner === "api" ? [arn] : [])));
  return (arn) => own.has(arn);
}

function transportsOf({ facts }: RecordedLoadBalancer): Desired[] {
  const { plain, tls } = transports(facts);
  return [desired("parts", plain), desired("parts", tls)];
}

/** What tasks find a load balancer by. */
function namesOf({ arn, facts }: RecordedLoadBalancer, names: RecordedNames): Desired[] {
  return [
    desired("parts", addressService(facts)),
    desired("parts", addressSlice(facts)),
    ...(names.get(arn) ?? []).map((host) => desired("parts", hostService(facts, host))),
  ];
}

function listenerOf(lb: LoadBalancer, { model, values }: RecordedListener): Desired[] {
  const { root, wildcardRoot, defaultRoute, defaultParts, plain, forwards, ...middlewares } =
    listenerObjects(lb, model);
  return [
    ...Object.values(middlewares).map(partOf),
    ...Object.values(forwards).map(partOf),
    ...defaultParts.map(partOf),
    ...(plain === undefined ? [] : [partOf(plain.answer), desired("roots", plain.root)]),
    ...tlsOf(lb, model, values),
    desired("routes", defaultRoute),
    desired("roots", root),
    ...(wildcardRoot === undefined ? [] : [desired("roots", wildcardRoot)]),
    desired("roots", listenerService(lb, model)),
  ];
}

function tlsOf(
  { attributes }: LoadBalancer,
  { tls }: Listener,
  values: RecordedListener["values"],
): Desired[] {
  return [
    ...(tls?.optionName === undefined
      ? []
      : [desired("parts", tlsOption(tlsSettings(values, attributes.http2)))]),
    ...(tls?.clientCertificateName === undefined
      ? []
      : [desired("parts", clientCertificateMiddleware(ownerOf(values)))]),
  ];
}

/** The rules that the API gave to a listener, which may be another's. */
function rulesOf(
  lb: LoadBalancer,
  listener: Listener,
  objects: readonly AwsObject[],
  listenerArn: string,
): Desired[] {
  const names = new Set(
    objects
      .filter(({ kind, owner }) => kind === "rule" && owner === "api")
      .map((record) => recordedRule(record))
      .flatMap((of) => (of.listenerArn === listenerArn ? [of.name] : [])),
  );
  return listener.rules
    .filter(({ name }) => names.has(name))
    .flatMap((rule) => {
      const { parts, route } = ruleObjects(lb, listener, rule);
      return [...parts.map(partOf), desired("routes", route)];
    });
}

/** The certificates that the API gave to a listener beside its default one. */
function certificatesOf(
  { name }: LoadBalancer,
  { arn, model: { port, entryPoint } }: RecordedListener,
  objects: readonly AwsObject[],
): Desired[] {
  return objects
    .filter(({ kind, owner }) => kind === LISTENER_CERTIFICATE_KIND && owner === "api")
    .map(recordedListenerCertificate)
    .filter(({ listenerArn }) => listenerArn === arn)
    .map(({ certificateArn }) => {
      const of = { loadBalancer: name, port, entryPoint, certificateArn };
      return desired("routes", carrierRoute(of));
    });
}

/** A TraefikService refers to the others of its kind alone by name of target groups. */
function partOf(object: KubeObject): Desired {
  return desired(object.kind === "TraefikService" ? "weights" : "parts", object);
}
