/*
 * The defaults of a health check, as on AWS; but each second instead of every 30, so
 * that nobody waits for a task that is ready.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */

export const LOCAL_INTERVAL_SECONDS = 1;
export const TIMEOUT_SECONDS = 5;
export const HEALTHY_THRESHOLD = 5;
export const UNHEALTHY_THRESHOLD = 2;
export const HTTP_MATCHER = "200";
