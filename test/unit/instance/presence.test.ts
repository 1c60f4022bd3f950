import { listObjects } from "../../../components/instance/presence/listObjects";
import {
  missingObjects,
  type MadeObject,
  type ObjectId,
} from "../../../components/instance/presence/missingObjects";
import * as manifests from "../../../components/instance/traefik/manifests";
import { planPorts } from "../../../components/instance/ports/plan";
import { labels } from "../../../components/internal/labels";
import { withPrograms } from "../../helpers/fakePrograms";

const plan = planPorts({ bindAddress: "127.0.0.1", httpPort: 8080, httpsPort: 8443 });
const traefik: MadeObject = {
  kind: "Deployment",
  ...manifests.deployment({ plan, image: "traefik:v3.7.13", plugin: {} }),
};
const present: ObjectId = { kind: "Deployment", namespace: "kecs-system", name: "traefik" };
const made = (kind: string, name: string, of = labels("x")): MadeObject => ({
  kind,
  metadata: { name, namespace: "kecs", labels: of },
});
const PATH = 'KecsInstance("myapp")';

test("misses nothing where all is there", () => {
  expect(missingObjects(PATH, [traefik], [present])).toEqual([]);
});

test("misses a Traefik that somebody deleted, and says how it comes back", () => {
  const [issue] = missingObjects(PATH, [traefik], [{ ...present, namespace: "kecs" }]);
  expect(issue).toEqual({
    code: "KECS3012",
    path: PATH,
    message:
      'Deployment "traefik" is not in the cluster; it was changed outside of Pulumi, whose state says otherwise',
    hint: "run pulumi up --refresh, or kecs start: both look at what is there, and make again what is gone",
    severity: "error",
  });
});

test("names five objects and counts the others", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  const [issue] = missingObjects(
    PATH,
    names.map((name) => made("IngressRoute", name)),
    [],
  );
  expect(issue?.message).toContain(
    'IngressRoute "a", IngressRoute "b", IngressRoute "c", IngressRoute "d", IngressRoute "e" and 2 more are not in the cluster',
  );
});

test.each<[string, MadeObject]>([
  ["kinds that are not listed", made("CustomResourceDefinition", "a")],
  ["objects that are not listed", { kind: "Secret", metadata: { name: "a", namespace: "kecs" } }],
  [
    "services, which tell themselves",
    made("Deployment", "a", labels("service", { "kecs.dev/service": "a" })),
  ],
])("says nothing of %s", (_, of) => {
  expect(missingObjects(PATH, [of], [])).toEqual([]);
});

test("lists what is there in one request", async () => {
  let found: unknown;
  const lines = "Deployment   kecs-system   traefik\\nService  kecs tg-a\\n";
  const calls = await withPrograms(
    { docker: [{ when: "exec k3d-kecs-myapp-server-0 kubectl get ", then: `printf '${lines}'` }] },
    async () => {
      found = await listObjects("myapp");
    },
  );
  expect(found).toEqual([present, { kind: "Service", namespace: "kecs", name: "tg-a" }]);
  expect(calls).toHaveLength(1);
});

test("knows nothing where nobody answers", async () => {
  let found: unknown = [];
  await withPrograms({ docker: [{ when: "exec", then: "exit 1" }] }, async () => {
    found = await listObjects("myapp");
  });
  expect(found).toBeUndefined();
});
