import { versions } from "../../versions";
import type { GoProgram } from "./goProgram";

const kubernetesVersion = "k8s.io/component-base/version";

/** In the order in which they start: the small ones fill the cache that the large ones share. */
export const goPrograms: readonly GoProgram[] = [
  { name: "helper", module: "helper", package: "." },
  {
    name: "k3d",
    version: versions.k3d,
    module: "k3d",
    package: "github.com/k3d-io/k3d/v5",
    onPath: true,
    variables: { "github.com/k3d-io/k3d/v5/version.Version": `v${versions.k3d}` },
    after: "helper",
  },
  {
    name: "kubenode",
    version: versions.kubernetes,
    module: "kubenode",
    package: ".",
    variables: {
      [`${kubernetesVersion}.gitVersion`]: `v${versions.kubernetes}`,
      [`${kubernetesVersion}.gitMajor`]: "1",
      [`${kubernetesVersion}.gitMinor`]: versions.kubernetes.split(".")[1] ?? "",
      [`${kubernetesVersion}.gitTreeState`]: "clean",
      [`${kubernetesVersion}.gitCommit`]: "kecs-lab",
      [`${kubernetesVersion}.buildDate`]: "1970-01-01T00:00:00Z",
    },
    onPath: true,
    links: ["kubectl"],
    after: "helper",
  },
  {
    name: "pulumi",
    version: versions.pulumi,
    module: "pulumi",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    variables: {
      "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": `v${versions.pulumi}`,
    },
    onPath: true,
    overlays: {
      "gocloud.dev": "gocloud.dev",
      "pulumi-pkg": "github.com/pulumi/pulumi/pkg/v3",
    },
    after: "helper",
  },
  {
    name: "coredns",
    version: versions.coredns,
    module: "kubenode",
    package: "./coredns",
    after: "kubenode",
  },
];
