import { listObjects } from "../../../../cluster/presence/listObjects";
import {
  LISTED_KINDS,
  missingObjects,
  type MadeObject,
  type ObjectId,
} from "../../../../cluster/presence/missingObjects";
import * as manifests from "../../../../cluster/traefik/manifests";
import { planPorts } from "../../../../core/ports/plan";
import { labels } from "../../../../core/labels";
import { withPrograms } from "../../../helpers/fakePrograms";

const plan = planPorts({ bindAddress: "127.0.0.1", httpPort: 8080, httpsPort: 8443 });
const { metadata } = manifests.deployment({ plan, image: "traefik:v3.7.13", plugin: {} });
const traefik: MadeObject = { kind: "Deployment", metadata: { ...metadata, uid: "u" } };
const present: ObjectId = { kind: "Deployment", namespace: "kecs-system", name: "traefik" };
const made = (kind: string, name: string, of = labels("x")): MadeObject => ({
  kind,
  metadata: { name, namespace: "kecs", labels: of, uid: "u" },
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
    hint: "run pulumi up --refresh, or kecs start: both check the cluster and create missing objects again",
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
  [
    "objects that are not listed",
    { kind: "Secret", metadata: { name: "a", namespace: "kecs", uid: "u" } },
  ],
  [
    "objects that an update of other resources passed over: they never were",
    { kind: "Deployment", metadata },
  ],
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

const GET = "exec k3d-kecs-myapp-server-0 kubectl get";
const without = (plural: string): string =>
  `echo 'error: the server does'"n't"' have a resource type "${plural}"' >&2; exit 1`;

test("lists the other kinds where the API server does not know one: none of it is there", async () => {
  let found: unknown;
  const kinds = Object.values(LISTED_KINDS);
  const rest = kinds.filter((kind) => !/^(middlewares|tlsstores)\./.test(kind));
  const asked = (of: readonly string[]) => `${GET} ${of.join(",")} `;
  const calls = await withPrograms(
    {
      docker: [
        { when: asked(kinds), then: without("middlewares") },
        { when: asked(rest), then: "echo Deployment kecs-system traefik" },
        { when: GET, then: without("tlsstores") },
      ],
    },
    async () => {
      found = await listObjects("myapp");
    },
  );
  expect(calls).toHaveLength(3);
  expect(found).toEqual([present]);
  const [issue] = missingObjects(PATH, [traefik, made("Middleware", "m")], found as ObjectId[]);
  expect(issue).toMatchObject({ code: "KECS3012" });
  expect(issue?.message).toMatch(/^Middleware "m" is not in the cluster/);
});

test("does not ask again for a kind that it did not ask for", async () => {
  let found: unknown = [];
  const calls = await withPrograms(
    { docker: [{ when: "exec", then: without("ingresses") }] },
    async () => {
      found = await listObjects("myapp");
    },
  );
  expect(calls).toHaveLength(1);
  expect(found).toBeUndefined();
});

test("knows nothing where nobody answers", async () => {
  let found: unknown = [];
  await withPrograms({ docker: [{ when: "exec", then: "exit 1" }] }, async () => {
    found = await listObjects("myapp");
  });
  expect(found).toBeUndefined();
});
