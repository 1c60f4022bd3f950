import type { local } from "@pulumi/command";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { throwIfErrors, warningText, type Issue } from "../../core/validate";
import { lateInstance, registerInstance, registerPlacement } from "../controlPlane/instances";
import { dependingOn, mapInput, withPlainValue, plainValue, withDefault } from "../inputs/inputs";
import { refuseNoArguments } from "../base/givenArguments";
import { showWarnings, validatedArguments } from "../base/validated";
import { replacement } from "../../cluster/k3d/lifecycle";
import { soundProgram, whenMade } from "../controlPlane/program";
import { recordsOf } from "../controlPlane/records";
import { registerObjectsOfOthers, issuesOfOthers } from "../controlPlane/others";
import { OBJECT_TRANSFORMATIONS } from "../base/objectTransformations";
import { routesOfProgram } from "../controlPlane/routes";
import type { Connection } from "../../core/connection";
import type { PortsOutputs } from "../../core/ports/portsOutputs";
import type { KecsInstanceArgs } from "./args";
import { clusterCommand, kubeconfigCommand } from "./cluster";
import { Dns } from "./dns";
import { isOwnStack, registerFormerOwner } from "../controlPlane/stackOfProgram";
import { keptObjects } from "./keptObjects";
import { clusterName, contextName } from "../../cluster/k3d/names";
import { ownerOfProgram } from "./ownerOfProgram";
import { planNotes, planPorts, portsOutputs, type PortPlan } from "../../core/ports/plan";
import { objectsOf, refuseMissing } from "./refuseMissing";
import {
  imagesOf,
  instanceSettings,
  validateInstance,
  type InstanceArgs,
  type InstanceSettings,
} from "../../cluster/machine/settings";
import { INSTANCE_FIELDS } from "../../cluster/machine/instanceFields";
import { judgeSleep } from "../../cluster/k3d/judgeSleep";
import { inspectMachine, type MachineState } from "../../cluster/machine/inspectMachine";
import { pluginFiles } from "../../cluster/traefik/assets";
import { lookAtRoutes } from "../../cluster/traefik/lookAtRoutes";
import { Traefik } from "./traefik";

/**
 * One local AWS-shaped environment: a k3d cluster with fixed local ports and a global Traefik.
 *
 * Every `up` looks at the machine first. A cluster that was stopped or deleted outside of Pulumi is
 * repaired, and obstacles (no Docker daemon, a taken port, a paused cluster: KECS3023) are an error before
 * anything is created.
 * Objects that were deleted inside the cluster are an error, KECS3012: `pulumi up --refresh` and
 * `kecs start` create them again. A plain `up` cannot, since Pulumi compares programs with its
 * state.
 *
 * @example
 * const instance = new KecsInstance("myapp", { portRangeStart: 9000, portRangeEnd: 9009 });
 * const alb = new Alb("myapp-alb", { connection: instance.connection }, instance.options);
 */
export class KecsInstance extends pulumi.ComponentResource {
  /** Plain data that assigns load balancers, target groups and services to the instance. */
  readonly connection: pulumi.Output<Connection>;
  /** Credentials of the cluster, YAML; a secret. */
  readonly kubeconfig: pulumi.Output<string>;
  /** The context inside of the kubeconfig, `k3d-kecs-<name>`. */
  readonly context: pulumi.Output<string>;
  /** Which local port leads to which NodePort. */
  readonly ports: pulumi.Output<PortsOutputs>;
  /**
   * Options for every component that lives in this instance: its Kubernetes provider, and removal
   * together with the cluster. Components with this instance's `connection` get them anyway.
   */
  readonly options: pulumi.ComponentResourceOptions;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly cluster: local.Command;
    readonly provider: k8s.Provider;
    readonly traefik: Traefik;
  };

  constructor(name: string, args?: KecsInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    const path = `KecsInstance("${name}")`;
    const given = args ?? {};
    refuseNoArguments(given, "instanceName", path);
    super("kecs:instance:KecsInstance", name, {}, opts);
    const images = imagesOf(process.env);
    const resolved = validatedArguments<InstanceArgs>(
      {
        ...given,
        takeOver: given.takeOver ?? new pulumi.Config("kecs").get("takeOver"),
        instanceName: withDefault(given.instanceName, name),
        k3sImage: withDefault(given.k3sImage, images.k3sImage),
        traefikImage: withDefault(given.traefikImage, images.traefikImage),
      },
      { fields: INSTANCE_FIELDS, path },
      (values) => validateInstance(values, path),
      (values) => {
        registerFormerOwner(values.takeOver);
        return lateInstance(values.instanceName, path);
      },
    );
    const settings = mapInput(resolved, instanceSettings);
    const owner = ownerOfProgram();
    const situation = settings.apply(async (of) => {
      await soundProgram();
      const records = recordsOf(of.instance);
      const found = await inspectMachine(of, owner);
      throwIfErrors(judgeSleep(found.found, of.instance));
      // A program with awaits of its own may have gone on meanwhile.
      await soundProgram();
      const objectsOfOthers = keptObjects(found, await records, isOwnStack);
      throwIfErrors(issuesOfOthers(of.instance, objectsOfOthers ?? []));
      return { ...found, objectsOfOthers };
    });
    this.explain(situation, path);
    const clusterIdentifier = situation.apply(({ decision }) => decision.clusterIdentifier);

    const cluster = clusterCommand(`${name}-cluster`, settings, situation, owner, {
      parent: this,
    });
    const credentials = kubeconfigCommand(`${name}-kubeconfig`, settings, cluster, situation, {
      parent: this,
      deletedWith: cluster,
    });
    const provider = new k8s.Provider(
      name,
      {
        kubeconfig: credentials.stdout,
        // A new cluster has nothing of the old one: replace what was inside of it. The value is
        // plain, so that a preview of a repair does not announce a replacement of everything.
        clusterIdentifier,
        deleteUnreachable: true,
        upsertExistingObjects: true,
        // Objects that an earlier stack of this instance left behind belong to this one now.
        enablePatchForce: true,
        // Traefik mounts its ConfigMap: it must not be gone in the middle of an update.
        enableConfigMapMutable: true,
        // Listeners name Secrets: a renewed certificate must not leave them without one.
        enableSecretMutable: true,
      },
      { parent: this, deletedWith: cluster },
    );
    const plan = knownPlan(
      settings,
      situation.apply(({ plan }) => plan),
    );
    const traefik = new Traefik(
      `${name}-traefik`,
      {
        settings: pulumi.all([settings, plan]).apply(([{ traefikImage }, ports]) => ({
          plan: ports,
          image: traefikImage,
          plugin: pluginFiles(),
        })),
      },
      { parent: this, provider, deletedWith: cluster, transformations: OBJECT_TRANSFORMATIONS },
    );
    new Dns(
      `${name}-dns`,
      {
        cluster: settings.apply(({ instance }) => clusterName(instance)),
        clusterIdentifier,
        foundation: traefik.foundation,
      },
      { parent: this, provider, deletedWith: cluster, transformations: OBJECT_TRANSFORMATIONS },
    );

    this.ports = mapInput(plan, portsOutputs);
    this.kubeconfig = pulumi.secret(credentials.stdout);
    this.context = mapInput(settings, ({ instance }) => contextName(instance));
    this.connection = dependingOn(connect(settings, plan), traefik.foundation);
    this.options = { provider, deletedWith: cluster };
    registerPlacement(this.connection, this.options);
    mapInput(settings, ({ instance, hostPaths }) => {
      registerInstance(instance, { options: this.options, clusterIdentifier, hostPaths });
      registerObjectsOfOthers(
        instance,
        situation.apply(({ objectsOfOthers }) => objectsOfOthers),
      );
    });
    this.nodes = { cluster, provider, traefik };
    this.registerOutputs({
      connection: this.connection,
      kubeconfig: this.kubeconfig,
      context: this.context,
      ports: this.ports,
      routes: this.reportRoutes(path),
    });
  }

  /**
   * Warns of every route that Traefik did not load, once the program's objects are made, and fails
   * where some of them are gone. A part of the component's outputs, so that the update waits for it.
   */
  private reportRoutes(path: string): pulumi.Output<string> {
    const { provider } = this.nodes;
    const instance = this.connection.apply((of) => of.instance);
    const list = () => [...objectsOf(provider), ...routesOfProgram()];
    const faults = whenMade<pulumi.Resource, Issue[] | undefined>(list, () =>
      pulumi
        .all([instance, refuseMissing({ path, instance, provider })])
        .apply(async ([of]) => (pulumi.runtime.isDryRun() ? undefined : lookAtRoutes(of))),
    );
    return faults.apply(async (found) => {
      if (pulumi.runtime.isDryRun()) return "";
      for (const fault of found ?? []) await pulumi.log.warn(warningText(fault), this);
      return found === undefined ? "unknown" : found.length === 0 ? "loaded" : "not loaded";
    });
  }

  private explain(situation: pulumi.Output<MachineState>, path: string): void {
    situation.apply(({ plan, decision }) => {
      for (const note of planNotes(plan)) void pulumi.log.info(note, this);
      showWarnings(replacement(decision, path));
    });
  }
}

/** The plan is known without a look at the machine unless a port is to be picked there. */
function knownPlan(
  settings: pulumi.Output<InstanceSettings>,
  plan: pulumi.Output<PortPlan>,
): pulumi.Output<PortPlan> {
  const plain = plainValue<InstanceSettings>(settings);
  const picked = plain === undefined || plain.httpPort === 0 || plain.httpsPort === 0;
  return withPlainValue(plan, picked ? undefined : planPorts(plain));
}

function connect(
  settings: pulumi.Output<InstanceSettings>,
  plan: pulumi.Output<PortPlan>,
): pulumi.Output<Connection> {
  const make = (of: InstanceSettings, ports: PortPlan): Connection => {
    const local = (role: "http" | "https"): number =>
      ports.slots.find((slot) => slot.role === role)?.localPort ?? 0;
    return {
      instance: of.instance,
      cluster: clusterName(of.instance),
      context: contextName(of.instance),
      bindAddress: of.bindAddress,
      httpPort: local("http"),
      httpsPort: local("https"),
      rangeStart: of.range?.start ?? 0,
      rangeEnd: of.range?.end ?? 0,
      region: of.region,
      accountId: of.accountId,
      traefikImage: of.traefikImage,
      hostPaths: of.hostPaths,
      checksTargets: true,
    };
  };
  const plainSettings = plainValue<InstanceSettings>(settings);
  const plainPlan = plainValue<PortPlan>(plan);
  return withPlainValue(
    pulumi.all([settings, plan]).apply(([of, ports]) => make(of, ports)),
    plainSettings === undefined || plainPlan === undefined
      ? undefined
      : make(plainSettings, plainPlan),
  );
}
