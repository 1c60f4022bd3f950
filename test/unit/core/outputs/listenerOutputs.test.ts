import { loadBalancerArn, targetGroupArn } from "../../../../core/arn";
import { listenerOutputs } from "../../../../core/outputs/listenerOutputs";
import { CONNECTION } from "../../../helpers/samples";

const group = targetGroupArn(CONNECTION, "web");
const at = (port: number) => ({
  connection: CONNECTION,
  loadBalancerArn: loadBalancerArn(CONNECTION, "MyApp"),
  port,
  defaultActions: [{ type: "forward", targetGroupArn: group }],
});

test("puts out everything that someone needs to reach an HTTP listener", () => {
  expect(listenerOutputs(at(8081), "/ca.pem")).toEqual({
    arn: expect.stringMatching(/:listener\/app\/MyApp\/[0-9a-f]{16}\/[0-9a-f]{16}$/) as string,
    port: 8081,
    protocol: "HTTP",
    localPort: 9001,
    url: "http://myapp.elb.localhost:9001/",
    address: "localhost:9001",
    hostHeader: "myapp.elb.amazonaws.com",
    curl: "curl -H 'Host: myapp.elb.amazonaws.com' http://localhost:9001/",
    targetGroups: [group],
  });
});

test("lets curl trust the local authority and ask for AWS's name of an HTTPS listener", () => {
  expect(listenerOutputs(at(443), "/data/ca.pem")).toMatchObject({
    protocol: "HTTPS",
    localPort: 8443,
    url: "https://myapp.elb.localhost:8443/",
    curl: "curl --cacert '/data/ca.pem' --connect-to ::localhost:8443 https://myapp.elb.amazonaws.com/",
  });
});
