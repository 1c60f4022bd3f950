import { KECS_START, keeps, PULUMI_UP, refuses, type FaultRow } from "../row";

const inKecs = (rest: string): string => `kubectl --namespace kecs ${rest}`;
const inSystem = (rest: string): string => `kubectl --namespace kecs-system ${rest}`;
/** The first object of a kind that KECS made. */
const aKecs = (kind: string): string =>
  `$(kubectl --namespace kecs get ${kind} --selector app.kubernetes.io/managed-by=kecs --output name | head -n 1)`;

const started = (id: string, situation: string, fault: string, isShort?: true): FaultRow => ({
  ...{ id, situation, before: "running", fault, command: KECS_START },
  expect: keeps("cluster"),
  ...(isShort && { isShort }),
});

/** What happens to objects inside of the cluster. */
export const objects: readonly FaultRow[] = [
  started("OBJ-01", "the namespace kecs is deleted", "kubectl delete namespace kecs"),
  started(
    "OBJ-02",
    "the Deployment of a service is deleted",
    inKecs("delete deployment sample-sample"),
    true,
  ),
  started(
    "OBJ-04",
    "the Deployment of a service is scaled to none",
    inKecs("scale deployment sample-sample --replicas 0"),
  ),
  started(
    "OBJ-05",
    "the Service of a target group is deleted",
    inKecs(`delete ${aKecs("service")}`),
  ),
  started("OBJ-06", "an IngressRoute is deleted", inKecs(`delete ${aKecs("ingressroute")}`)),
  started(
    "OBJ-07",
    "an IngressRoute is edited to another host",
    inKecs(
      `patch ${aKecs("ingressroute")} --type json -p '[{"op":"replace","path":"/spec/routes/0/match","value":"Host(\`elsewhere\`)"}]'`,
    ),
  ),
  started("OBJ-08", "Traefik's Deployment is deleted", inSystem("delete deployment traefik")),
  started("OBJ-09", "Traefik's Service is deleted", inSystem("delete service traefik")),
  started("OBJ-10", "Traefik is scaled to none", inSystem("scale deployment traefik --replicas 0")),
  started(
    "OBJ-11",
    "Traefik gets an image that is not there",
    inSystem("set image deployment/traefik '*=nowhere.invalid/none:1'"),
  ),
  started(
    "OBJ-12",
    "the kind IngressRoute is deleted, and all routes with it",
    "kubectl delete crd ingressroutes.traefik.io",
  ),
  started(
    "OBJ-13",
    "the ConfigMaps in kecs are deleted",
    inKecs("delete configmap --selector app.kubernetes.io/managed-by=kecs"),
  ),
  started(
    "OBJ-14",
    "the Secrets in kecs are deleted",
    inKecs("delete secret --selector app.kubernetes.io/managed-by=kecs"),
  ),
  started("OBJ-15", "the namespace kecs-system is deleted", "kubectl delete namespace kecs-system"),
  started("OBJ-16", "all tasks are deleted", inKecs("delete pod --all --wait=false")),
  {
    id: "OBJ-17",
    situation: "the Deployment of a service is deleted",
    before: "running",
    fault: inKecs("delete deployment sample-sample"),
    command: PULUMI_UP,
    expect: refuses("KECS3012", 1),
  },
];
