#!/usr/bin/env bash
# The application "myapp" by the commands of AWS: a load balancer before three tasks.
# Works on an instance in the shell that ran: eval "$(npx kecs env)"
set -euo pipefail

image=${KECS_SAMPLE_IMAGE:-traefik/whoami:v1.11.0}

aws ecs create-cluster --cluster-name myapp-cluster >/dev/null

aws ecs register-task-definition --family myapp --container-definitions '[
  {"name": "web", "image": "'"$image"'", "portMappings": [{"containerPort": 80}]}
]' >/dev/null

balancer=$(aws elbv2 create-load-balancer --name myapp-alb \
  --query 'LoadBalancers[0].LoadBalancerArn' --output text)

group=$(aws elbv2 create-target-group --name myapp --protocol HTTP --port 80 --target-type ip \
  --health-check-path /health --query 'TargetGroups[0].TargetGroupArn' --output text)

aws ecs create-service --cluster myapp-cluster --service-name myapp --task-definition myapp --desired-count 3 \
  --load-balancers "targetGroupArn=$group,containerName=web,containerPort=80" >/dev/null

aws elbv2 create-listener --load-balancer-arn "$balancer" --protocol HTTP --port 80 \
  --default-actions "Type=forward,TargetGroupArn=$group" >/dev/null

aws ecs wait services-stable --cluster myapp-cluster --services myapp
