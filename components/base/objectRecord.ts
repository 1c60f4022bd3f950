import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { recordManifest, type RecordContent } from "../../core/records/manifest";
import { stackOfProgram } from "../controlPlane/stackOfProgram";
import { pick } from "../inputs/inputs";

/** Registers the record of an AWS object that this program makes. */
export function objectRecord(
  name: string,
  content: pulumi.Output<RecordContent>,
  parent: pulumi.Resource,
): k8s.core.v1.ConfigMap {
  const manifest = content.apply((of) => recordManifest(of, stackOfProgram()));
  return new k8s.core.v1.ConfigMap(`${name}-record`, pick(manifest, "metadata", "data"), {
    parent,
  });
}
