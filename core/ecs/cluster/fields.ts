import type { Connection } from "../../connection";
import { argumentFields } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { holding, ignored, supported } from "../../support/fieldSpec";

/** A cluster's arguments, resolved. */
export interface ClusterValues {
  readonly connection: Connection;
  readonly name: string;
  readonly serviceConnectDefaults?: ServiceConnectDefaultsValues | undefined;
}

/** What services of a cluster have where they enable Service Connect and do not say it. */
export interface ServiceConnectDefaultsValues {
  /** ARN or name of the namespace. */
  readonly namespace: string;
}

/** Every field of an EcsCluster, and those of `aws.ecs.Cluster`. */
export const CLUSTER_FIELDS = argumentFields<ClusterValues>(
  "a cluster",
  { code: "KECS1023" },
  {
    connection: CONNECTION_FIELD,
    name: supported("text!", "the component's name without it"),
    configuration: ignored("object", "`kecs exec` keeps no log, and nothing is encrypted", {
      fields: {
        executeCommandConfiguration: holding("object", {
          kmsKeyId: "text",
          logConfiguration: holding("object", {
            cloudWatchEncryptionEnabled: "boolean",
            cloudWatchLogGroupName: "text",
            s3BucketEncryptionEnabled: "boolean",
            s3BucketName: "text",
            s3KeyPrefix: "text",
          }),
          logging: "text",
        }),
        managedStorageConfiguration: holding("object", {
          fargateEphemeralStorageKmsKeyId: "text",
          kmsKeyId: "text",
        }),
      },
    }),
    region: ignored("text", "the region is the instance's"),
    serviceConnectDefaults: supported(
      "object",
      "the namespace of services that enable Service Connect and name none",
      { fields: { namespace: "text!" } },
    ),
    settings: ignored("objects", "Container Insights collects nothing", {
      fields: { name: "text", value: "text" },
    }),
    tags: ignored("textMap", "a cluster has no tags here"),
  },
);
