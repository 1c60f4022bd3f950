import type {
  DescribeRouteTablesRequest,
  DescribeRouteTablesResult,
  Route,
  RouteTable,
  RouteTableAssociation,
} from "@aws-sdk/client-ec2";
import type { Operation } from "../../world/operation";
import { VPC_CIDR, VPC_ID } from "../../../core/ec2/network";
import { described, notFound } from "./describe";
import type { Filterable } from "./filters";
import { idLike, INTERNET_GATEWAY_ID, ROUTE_TABLE_ID } from "./ids";

const routes =
  (value: (of: Route) => string | undefined) =>
  ({ Routes = [] }: RouteTable) =>
    Routes.map(value);
const associations =
  (value: (of: RouteTableAssociation) => string | undefined) =>
  ({ Associations = [] }: RouteTable) =>
    Associations.map(value);

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html */
const FIELDS: Filterable<RouteTable> = {
  "association.gateway-id": () => [],
  "association.main": associations((of) => String(of.Main)),
  "association.route-table-association-id": associations((of) => of.RouteTableAssociationId),
  "association.route-table-id": associations((of) => of.RouteTableId),
  "association.subnet-id": () => [],
  "owner-id": (of) => [of.OwnerId],
  "route-table-id": (of) => [of.RouteTableId],
  "route.destination-cidr-block": routes((of) => of.DestinationCidrBlock),
  "route.destination-ipv6-cidr-block": () => [],
  "route.destination-prefix-list-id": () => [],
  "route.egress-only-internet-gateway-id": () => [],
  "route.gateway-id": routes((of) => of.GatewayId),
  "route.instance-id": () => [],
  "route.nat-gateway-id": () => [],
  "route.origin": routes((of) => of.Origin),
  "route.state": routes((of) => of.State),
  "route.transit-gateway-id": () => [],
  "route.vpc-peering-connection-id": () => [],
  "vpc-id": (of) => [of.VpcId],
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html */
export const describeRouteTables: Operation<
  DescribeRouteTablesRequest,
  DescribeRouteTablesResult
> = (input, { connection }) => {
  const main: RouteTable = {
    RouteTableId: ROUTE_TABLE_ID,
    VpcId: VPC_ID,
    OwnerId: connection.accountId,
    Associations: [
      {
        Main: true,
        RouteTableAssociationId: idLike("rtbassoc", VPC_ID),
        RouteTableId: ROUTE_TABLE_ID,
        AssociationState: { State: "associated" },
      },
    ],
    Routes: [
      {
        DestinationCidrBlock: VPC_CIDR,
        GatewayId: "local",
        Origin: "CreateRouteTable",
        State: "active",
      },
      {
        DestinationCidrBlock: "0.0.0.0/0",
        GatewayId: INTERNET_GATEWAY_ID,
        Origin: "CreateRoute",
        State: "active",
      },
    ],
    PropagatingVgws: [],
    Tags: [],
  };
  const byId = {
    names: input.RouteTableIds,
    nameOf: (of: RouteTable) => of.RouteTableId,
    missing: notFound("InvalidRouteTableID", "routeTable ID"),
  };
  return { output: { RouteTables: described([main], input, FIELDS, [byId]) } };
};
