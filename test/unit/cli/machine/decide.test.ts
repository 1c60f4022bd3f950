import { decide, labMode, type MachineFacts } from "../../../../cli/machine/decide";
import { problem } from "../../../../core/validate";

const NO_K3D = problem("KECS2004", "k3d", "no k3d");
const NO_PULUMI = problem("KECS2004", "pulumi", "no pulumi");
const OLD_PULUMI = problem("KECS2005", "pulumi", "old pulumi");
const NO_DAEMON = problem("KECS2001", "docker", "no daemon");
const REFUSED = problem("KECS2002", "docker", "refused");
const facts = (some: Partial<MachineFacts>): MachineFacts => ({
  issues: [],
  mode: "auto",
  reachable: false,
  inLab: false,
  lacksLabVariables: false,
  labReady: false,
  labReason: undefined,
  ...some,
});

test("uses what is there, and asks for nothing else", () => {
  expect(decide(facts({ labReason: "no root" }))).toEqual({ kind: "use" });
});

test.each([[NO_PULUMI], [OLD_PULUMI]])(
  "installs the Pulumi CLI where that is possible",
  (issue) => {
    expect(decide(facts({ issues: [issue], reachable: true }))).toEqual({ kind: "installPulumi" });
  },
);

test("names what the user has to install where downloads work", () => {
  const issues = [NO_K3D, NO_PULUMI];
  expect(decide(facts({ issues, reachable: true }))).toEqual({ kind: "refuse", issues });
});

test("enters the lab where programs are missing and cannot be had, and says why", () => {
  expect(decide(facts({ issues: [NO_DAEMON, NO_K3D, NO_PULUMI] }))).toEqual({
    kind: "lab",
    why: "no docker, k3d and pulumi here and no way to download them: using the lab",
    isReady: false,
  });
  expect(decide(facts({ issues: [NO_K3D], labReady: true }))).toEqual({
    kind: "lab",
    why: "no k3d here and no way to download it: using the lab",
    isReady: true,
  });
});

test.each([
  ["a daemon alone that is down", [NO_DAEMON]],
  ["a daemon that refuses the user", [REFUSED, NO_K3D]],
  ["a program that is too old", [OLD_PULUMI]],
])("rejects %s rather than building a lab", (_, issues) => {
  expect(decide(facts({ issues }))).toEqual({ kind: "refuse", issues });
});

test("rejects a machine that can have no lab, with the reason", () => {
  const decision = decide(facts({ issues: [NO_K3D], labReason: "the lab needs root" }));
  expect(decision).toMatchObject({
    kind: "refuse",
    issues: [
      NO_K3D,
      { code: "KECS2007", message: "KECS cannot build an engine here: the lab needs root" },
    ],
  });
});

test("starts the lab again where its programs are in use and its daemon is gone", () => {
  expect(decide(facts({ issues: [NO_DAEMON], inLab: true }))).toMatchObject({ kind: "lab" });
});

test("KECS_LAB=always uses the lab although everything is there", () => {
  expect(decide(facts({ mode: "always" }))).toMatchObject({ kind: "lab" });
  expect(decide(facts({ mode: "always", labReason: "no" }))).toMatchObject({ kind: "refuse" });
});

test("KECS_LAB=never uses no lab", () => {
  const issues = [NO_K3D];
  const never = facts({ mode: "never", issues, inLab: true, labReason: "KECS_LAB=never" });
  expect(decide(never)).toEqual({ kind: "refuse", issues });
});

test("any other value of KECS_LAB leaves the decision to KECS", () => {
  expect(["always", "never", "", "yes", undefined].map(labMode)).toEqual([
    "always",
    "never",
    "auto",
    "auto",
    "auto",
  ]);
});

test("enters the lab where its programs are in use without its images", () => {
  const lacks = { inLab: true, lacksLabVariables: true };
  expect(decide(facts(lacks))).toEqual({
    kind: "enterLab",
    why: "the programs on the PATH are the lab's: using its images",
  });
  expect(decide(facts({ ...lacks, mode: "never" }))).toEqual({ kind: "use" });
  expect(decide(facts({ ...lacks, issues: [NO_DAEMON] }))).toMatchObject({ kind: "lab" });
});
