import {
  applyAs,
  forgetFailed,
  getManaged,
  noteCompleted,
  noteFailed,
  scaleTo,
  setPaused,
} from "../../../../../core/ecs/deployment/argv";

const AT = new Date("2026-01-01T00:00:00Z");

test.each<[string, string[], string]>([
  ["reads who owns which field", getManaged("w"), "get deployment w -o json --show-managed-fields"],
  [
    "notes what was steady",
    noteCompleted("w-1", AT),
    "annotate replicaset w-1 kecs.dev/steady=2026-01-01T00:00:00.000Z --overwrite --field-manager=kecs",
  ],
  [
    "notes what failed",
    noteFailed("w", "abc.1", "no image"),
    "annotate deployment w kecs.dev/failed-deployment=abc.1 kecs.dev/failure=no image --overwrite --field-manager=kecs",
  ],
  [
    "forgets what failed",
    forgetFailed("w"),
    "annotate deployment w kecs.dev/failed-deployment- kecs.dev/failure- --field-manager=kecs",
  ],
  [
    "speaks as somebody else",
    applyAs("pulumi"),
    "apply --server-side --force-conflicts --field-manager=pulumi -f -",
  ],
  [
    "stops",
    setPaused("w", true),
    'patch deployment w --type=merge --patch={"spec":{"paused":true}} --field-manager=kecs',
  ],
  [
    "continues",
    setPaused("w", false),
    'patch deployment w --type=merge --patch={"spec":{"paused":false}} --field-manager=kecs',
  ],
  [
    "scales a Deployment",
    scaleTo("deployment", "w", 0),
    'patch deployment w --type=merge --patch={"spec":{"replicas":0}} --field-manager=kecs',
  ],
  [
    "scales a ReplicaSet",
    scaleTo("replicaset", "w-1", 2),
    'patch replicaset w-1 --type=merge --patch={"spec":{"replicas":2}} --field-manager=kecs',
  ],
])("%s", (_, argv, words) => {
  expect(argv.join(" ")).toBe(words);
});

test("gives a reason with blanks and quotes as one argument", () => {
  const argv = noteFailed("w", "abc.1", 'web: "exit 3"\n  last line; $(true)');
  expect(argv[4]).toBe('kecs.dev/failure=web: "exit 3"\n  last line; $(true)');
});

test("notes no more of a reason than an annotation can hold", () => {
  const [, , , failed, why = ""] = noteFailed("main-web", "abc.1", "x".repeat(1_000_000));
  expect(failed).toBe("kecs.dev/failed-deployment=abc.1");
  expect(why).toHaveLength("kecs.dev/failure=".length + 4000);
});
