"""Calls every operation of an AWS API with botocore's own clients, through boto3.

Usage: contract.py <endpoint> <operations> <certificate>: JSON objects, of names by service, and of PEM by
parameter of ImportCertificate.

Prints a JSON object: what was called, and what was not as botocore's model has it.
"""

import json
import sys
from typing import Any, Callable

import boto3
from botocore.exceptions import ClientError, WaiterError
from botocore.model import ListShape, MapShape, OperationModel, Shape, StructureShape

ENDPOINT = sys.argv[1]
OPERATIONS: dict[str, list[str]] = json.loads(sys.argv[2])
CERTIFICATE = json.loads(sys.argv[3])

called: set[str] = set()
wrong: list[str] = []


def missing(shape: Shape, value: Any, path: str) -> list[str]:
    """The required members of a shape that a value does not have."""
    if isinstance(shape, StructureShape):
        absent = [f"{path}.{name}" for name in shape.required_members if name not in value]
        inside = [
            found
            for name, member in shape.members.items()
            if name in value
            for found in missing(member, value[name], f"{path}.{name}")
        ]
        return absent + inside
    if isinstance(shape, ListShape):
        return [
            found
            for i, item in enumerate(value)
            for found in missing(shape.member, item, f"{path}[{i}]")
        ]
    if isinstance(shape, MapShape):
        return [
            found
            for key, item in value.items()
            for found in missing(shape.value, item, f"{path}.{key}")
        ]
    return []


def client(service: str) -> Any:
    """A client of a service, each of whose answers is compared with its model."""
    made = boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name="us-east-1",
        aws_access_key_id="kecs",
        aws_secret_access_key="kecs",
    )

    def check(model: OperationModel, parsed: dict[str, Any], **_: Any) -> None:
        called.add(f"{service}.{model.name}")
        metadata = parsed["ResponseMetadata"]
        if not metadata.get("RequestId"):
            wrong.append(f"{service}.{model.name} has no request id")
        if metadata["HTTPStatusCode"] >= 500:
            wrong.append(f"{service}.{model.name} answers {metadata['HTTPStatusCode']}")
        if model.output_shape is not None and metadata["HTTPStatusCode"] == 200:
            wrong.extend(missing(model.output_shape, parsed, f"{service}.{model.name}"))

    made.meta.events.register("after-call", check)
    return made


def refused(code: str, call: Callable[..., Any], **arguments: Any) -> None:
    """Makes a call that is to be refused with a code."""
    try:
        call(**arguments)
    except ClientError as error:
        if error.response["Error"]["Code"] != code:
            wrong.append(f"{call.__name__} is refused with {error}, and not with {code}")
        return
    wrong.append(f"{call.__name__} is not refused with {code}")


def wait(of: Any, waiter: str, **arguments: Any) -> None:
    """Waits for what is there at the first or second poll."""
    try:
        of.get_waiter(waiter).wait(**arguments, WaiterConfig={"Delay": 1, "MaxAttempts": 2})
    except WaiterError as error:
        wrong.append(f"{waiter}: {error}")


acm, ec2, ecs, elb, logs, sts = (
    client(name) for name in ("acm", "ec2", "ecs", "elbv2", "logs", "sts")
)


def network() -> None:
    """The default network, as far as it is told."""
    (vpc,) = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"]
    ec2.describe_vpc_attribute(VpcId=vpc["VpcId"], Attribute="enableDnsSupport")
    ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc["VpcId"]]}])
    refused("InvalidSubnetID.NotFound", ec2.describe_subnets, SubnetIds=["subnet-00000000"])
    for describe in (
        ec2.describe_account_attributes,
        ec2.describe_availability_zones,
        ec2.describe_internet_gateways,
        ec2.describe_network_interfaces,
        ec2.describe_regions,
        ec2.describe_route_tables,
        ec2.describe_security_groups,
        ec2.describe_vpn_gateways,
    ):
        describe()


def certificates() -> str:
    """Certificates; returns the ARN of one that stays."""
    arn = acm.import_certificate(**CERTIFICATE)["CertificateArn"]
    acm.describe_certificate(CertificateArn=arn)
    acm.list_certificates()
    tags = [{"Key": "team", "Value": "shop"}]
    acm.add_tags_to_certificate(CertificateArn=arn, Tags=tags)
    if acm.list_tags_for_certificate(CertificateArn=arn)["Tags"] != tags:
        wrong.append("a certificate has other tags than it was given")
    acm.remove_tags_from_certificate(CertificateArn=arn, Tags=tags)
    return arn


def load_balancing(certificate: str, other: str) -> str:
    """Load balancers, listeners and rules; returns the ARN of the target group of a listener."""
    balancer = elb.create_load_balancer(Name="shop", Tags=[{"Key": "team", "Value": "shop"}])
    arn = balancer["LoadBalancers"][0]["LoadBalancerArn"]
    by_balancer = {"LoadBalancerArn": arn}
    wait(elb, "load_balancer_available", Names=["shop"])
    wait(elb, "load_balancer_exists", LoadBalancerArns=[arn])
    attributes = elb.describe_load_balancer_attributes(**by_balancer)["Attributes"]
    elb.modify_load_balancer_attributes(**by_balancer, Attributes=attributes[:20])
    elb.set_security_groups(**by_balancer, SecurityGroups=["sg-1"])
    elb.set_subnets(**by_balancer, Subnets=["subnet-1", "subnet-2"])
    elb.set_ip_address_type(**by_balancer, IpAddressType="dualstack")
    elb.modify_ip_pools(**by_balancer, IpamPools={"Ipv4IpamPoolId": "ipam-pool-1"})
    elb.describe_capacity_reservation(**by_balancer)
    refused(
        "OperationNotPermitted",
        elb.modify_capacity_reservation,
        **by_balancer,
        MinimumLoadBalancerCapacity={"CapacityUnits": 100},
    )
    group = elb.create_target_group(Name="web", Protocol="HTTP", Port=80, TargetType="ip")
    group_arn = group["TargetGroups"][0]["TargetGroupArn"]
    by_group = {"TargetGroupArn": group_arn}
    elb.modify_target_group(**by_group, HealthCheckPath="/health")
    attributes = elb.describe_target_group_attributes(**by_group)["Attributes"]
    elb.modify_target_group_attributes(**by_group, Attributes=attributes[1:3])
    action = {"Type": "forward", "TargetGroupArn": group_arn}
    listener = elb.create_listener(
        **by_balancer,
        Protocol="HTTPS",
        Port=443,
        Certificates=[{"CertificateArn": certificate}],
        DefaultActions=[action],
    )["Listeners"][0]
    if listener["DefaultActions"][0]["TargetGroupArn"] != group_arn:
        wrong.append("a plain forward has no TargetGroupArn")
    by_listener = {"ListenerArn": listener["ListenerArn"]}
    elb.modify_listener(**by_listener, DefaultActions=[action])
    attributes = elb.describe_listener_attributes(**by_listener)["Attributes"]
    elb.modify_listener_attributes(**by_listener, Attributes=attributes[:1])
    more = {**by_listener, "Certificates": [{"CertificateArn": other}]}
    elb.add_listener_certificates(**more)
    elb.describe_listener_certificates(**by_listener)
    elb.remove_listener_certificates(**more)
    rule = elb.create_rule(
        **by_listener,
        Priority=1,
        Conditions=[{"Field": "path-pattern", "Values": ["/tea"]}],
        Actions=[action],
    )["Rules"][0]
    if rule["Conditions"][0]["PathPatternConfig"] != {"Values": ["/tea"]}:
        wrong.append("a condition in the old form has no PathPatternConfig")
    rule_arn = rule["RuleArn"]
    refused(
        "PriorityInUse",
        elb.create_rule,
        **by_listener,
        Priority=1,
        Conditions=rule["Conditions"],
        Actions=rule["Actions"],
    )
    elb.modify_rule(RuleArn=rule_arn, Conditions=rule["Conditions"], Actions=rule["Actions"])
    elb.set_rule_priorities(RulePriorities=[{"RuleArn": rule_arn, "Priority": 7}])
    arns = [arn, group_arn, listener["ListenerArn"], rule_arn]
    elb.add_tags(ResourceArns=arns, Tags=[{"Key": "a", "Value": "b"}])
    elb.describe_tags(ResourceArns=arns)
    elb.remove_tags(ResourceArns=arns, TagKeys=["a"])
    for name in (
        "describe_account_limits",
        "describe_load_balancers",
        "describe_ssl_policies",
        "describe_target_groups",
        "describe_trust_stores",
    ):
        getattr(elb, name)()
    elb.describe_listeners(**by_balancer)
    elb.describe_rules(**by_listener)
    targets = {**by_group, "Targets": [{"Id": "10.0.0.7", "Port": 80}]}
    elb.register_targets(**targets)
    elb.deregister_targets(**targets)
    wait(elb, "target_deregistered", **targets)
    refused("ResourceInUse", elb.delete_target_group, **by_group)
    elb.delete_rule(RuleArn=rule_arn)
    return group_arn


def containers(group: str) -> None:
    """A cluster with a service behind a target group, and a task that runs once."""
    cluster = ecs.create_cluster(clusterName="main", tags=[{"key": "a", "value": "b"}])
    cluster_arn = cluster["cluster"]["clusterArn"]
    in_main = {"cluster": "main"}
    settings = [{"name": "containerInsights", "value": "enabled"}]
    ecs.update_cluster(**in_main, settings=settings)
    ecs.update_cluster_settings(**in_main, settings=settings)
    ecs.put_cluster_capacity_providers(
        **in_main, capacityProviders=["FARGATE"], defaultCapacityProviderStrategy=[]
    )
    ecs.describe_clusters(clusters=["main"], include=["SETTINGS", "TAGS"])
    ecs.list_clusters()
    ecs.list_account_settings(effectiveSettings=True)
    ecs.list_container_instances(**in_main)
    ecs.describe_capacity_providers(**in_main)
    container = {
        "name": "web",
        "image": "traefik/whoami:v1.11.0",
        "portMappings": [{"containerPort": 80}],
        "logConfiguration": {
            "logDriver": "awslogs",
            "options": {"awslogs-group": "/ecs/web", "awslogs-stream-prefix": "web"},
        },
    }
    for _ in range(2):
        ecs.register_task_definition(family="web", containerDefinitions=[container])
    ecs.describe_task_definition(taskDefinition="web", include=["TAGS"])
    ecs.list_task_definitions(familyPrefix="web")
    ecs.list_task_definition_families()
    service = ecs.create_service(
        **in_main,
        serviceName="web",
        taskDefinition="web",
        desiredCount=2,
        loadBalancers=[{"targetGroupArn": group, "containerName": "web", "containerPort": 80}],
    )["service"]["serviceArn"]
    wait(ecs, "services_stable", **in_main, services=["web"])
    wait(elb, "target_in_service", TargetGroupArn=group)
    ecs.describe_services(**in_main, services=["web", "nobody"], include=["TAGS"])
    ecs.list_services(**in_main)
    ecs.update_service(**in_main, service="web", desiredCount=1)
    deployments = ecs.list_service_deployments(**in_main, service="web")["serviceDeployments"]
    arns = [each["serviceDeploymentArn"] for each in deployments]
    ecs.describe_service_deployments(serviceDeploymentArns=arns)
    arns = [each["targetServiceRevisionArn"] for each in deployments]
    if ecs.describe_service_revisions(serviceRevisionArns=arns)["failures"]:
        wrong.append("a deployment has a revision that is not there")
    ecs.tag_resource(resourceArn=service, tags=[{"key": "c", "value": "d"}])
    ecs.list_tags_for_resource(resourceArn=cluster_arn)
    ecs.untag_resource(resourceArn=service, tagKeys=["c"])
    task = ecs.run_task(**in_main, taskDefinition="web")["tasks"][0]["taskArn"]
    wait(ecs, "tasks_running", **in_main, tasks=[task])
    refused(
        "UnsupportedFeatureException",
        ecs.execute_command,
        **in_main,
        task=task,
        command="sh",
        interactive=True,
    )
    ecs.list_tasks(**in_main)
    ecs.describe_tasks(**in_main, tasks=[task, "0" * 32])
    ecs.stop_task(**in_main, task=task)
    wait(ecs, "tasks_stopped", **in_main, tasks=[task])


def output() -> None:
    """What the service's containers wrote."""
    logs.create_log_group(logGroupName="/ecs/other")
    other = logs.describe_log_groups(logGroupNamePrefix="/ecs/other")["logGroups"][0]
    by_arn = {"resourceArn": other["logGroupArn"]}
    logs.tag_resource(**by_arn, tags={"team": "shop"})
    logs.list_tags_for_resource(**by_arn)
    logs.list_tags_log_group(logGroupName="/ecs/other")
    logs.untag_resource(**by_arn, tagKeys=["team"])
    logs.put_retention_policy(logGroupName="/ecs/other", retentionInDays=7)
    logs.delete_retention_policy(logGroupName="/ecs/other")
    group = {"logGroupName": "/ecs/web"}
    stream = logs.describe_log_streams(**group)["logStreams"][0]["logStreamName"]
    logs.get_log_events(**group, logStreamName=stream)
    logs.filter_log_events(**group)
    logs.delete_log_group(logGroupName="/ecs/other")


def end(*certificate_arns: str) -> None:
    """Removes everything, in AWS's order."""
    refused("InvalidParameterException", ecs.delete_service, cluster="main", service="web")
    ecs.delete_service(cluster="main", service="web", force=True)
    wait(ecs, "services_inactive", cluster="main", services=["web"])
    balancer = elb.describe_load_balancers()["LoadBalancers"][0]["LoadBalancerArn"]
    listener = elb.describe_listeners(LoadBalancerArn=balancer)["Listeners"][0]["ListenerArn"]
    elb.delete_listener(ListenerArn=listener)
    elb.delete_load_balancer(LoadBalancerArn=balancer)
    elb.delete_load_balancer(LoadBalancerArn=balancer)
    wait(elb, "load_balancers_deleted", LoadBalancerArns=[balancer])
    group = elb.describe_target_groups()["TargetGroups"][0]["TargetGroupArn"]
    elb.delete_target_group(TargetGroupArn=group)
    for arn in certificate_arns:
        acm.delete_certificate(CertificateArn=arn)
    ecs.deregister_task_definition(taskDefinition="web:1")
    ecs.delete_task_definitions(taskDefinitions=["web:1"])
    ecs.delete_cluster(cluster="main")


def main() -> None:
    """Calls all of it, and says what came of it."""
    sts.get_caller_identity()
    network()
    first, second = certificates(), certificates()
    containers(load_balancing(first, second))
    output()
    end(first, second)
    expected = {f"{service}.{name}" for service, names in OPERATIONS.items() for name in names}
    wrong.extend(f"{each} was not called" for each in sorted(expected - called))
    print(json.dumps({"called": sorted(called), "wrong": wrong}))


main()
