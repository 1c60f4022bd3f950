import type * as pulumi from "@pulumi/pulumi";

/** Any type of the package will do. */
const TYPE = "kubernetes:core/v1:ConfigMap";

/** The provider of a resource's own or its children's Kubernetes objects, if it was given one. */
export function kubernetesProvider(of: pulumi.Resource): pulumi.ProviderResource | undefined {
  return of.getProvider(TYPE);
}
