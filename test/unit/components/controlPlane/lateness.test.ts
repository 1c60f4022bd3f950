import type { ListenerEntry, LoadBalancerEntry } from "../../../../components/controlPlane/entries";
import { lateListener, noteListener } from "../../../../components/controlPlane/lateness";
import { soundProgram } from "../../../../components/controlPlane/program";
import type { Listener } from "../../../../core/lb/model";
import { deploy } from "../../../helpers/deploy";
import { brief } from "../../../helpers/issues";
import { later, valueOf } from "../../../helpers/outputs";

const balancer = (): LoadBalancerEntry => ({
  path: "Alb",
  facts: later(undefined) as never,
  plainHosts: [],
  nameHost: () => undefined,
  wildcards: "none",
  http2: true,
  quotas: { rules: 1, listeners: 1, certificates: 1 },
  listeners: [],
  addedCertificates: [],
});

/** A listener that redirects to a port, and knows the local ones of its own and of 443. */
const listener = (parent: LoadBalancerEntry, port: number, to: string): ListenerEntry => {
  const model: Partial<Listener> = {
    protocol: "HTTP",
    port,
    localPort: port + 1000,
    portMap: { 443: 8443, [port]: port + 1000 },
    hosts: [],
    defaultAction: {
      type: "redirect",
      statusCode: 301,
      protocol: "HTTP",
      host: "#{host}",
      port: to,
      path: "/#{path}",
      query: "#{query}",
    },
  };
  const entry: ListenerEntry = {
    path: `Listener(${port})`,
    connection: later(undefined) as never,
    parent,
    loadBalancer: later(undefined) as never,
    listener: later(model) as never,
    outputs: later(undefined) as never,
    protocol: "HTTP",
    hasTlsOption: false,
    ports: { port, localPort: undefined },
    rules: [],
    isSettled: () => true,
  };
  parent.listeners.push(entry);
  return entry;
};

const SLOT = { port: 8081, localPort: 9081 };

test("refuses what was made between the routes of a listener and their first reader", async () => {
  await deploy(async () => {
    const own = balancer();
    const front = listener(own, 80, "8081");
    await valueOf(noteListener(listener(own, 8081, "443")));
    await expect(valueOf(noteListener(front))).rejects.toMatchObject({
      issues: [{ code: "KECS1013", path: "Listener(8081).port" }],
    });
    await expect(soundProgram()).rejects.toThrow("KECS1013");
  });
});

test("knows redirects once routes are made, each load balancer's own", async () => {
  await deploy(async () => {
    const [own, other] = [balancer(), balancer()];
    const front = listener(own, 80, "8081");
    expect(lateListener(own, SLOT, "L")).toEqual([]);
    await valueOf(noteListener(front));
    expect(brief(lateListener(own, SLOT, "L"))).toEqual(["KECS1013 L.port"]);
    expect(lateListener(other, SLOT, "L")).toEqual([]);
  });
});
