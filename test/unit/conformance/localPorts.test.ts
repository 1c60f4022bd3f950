import { withLocalPorts } from "../../conformance/run/localPorts";
import { CONNECTION } from "../../helpers/samples";

const connection = {
  ...CONNECTION,
  httpPort: 28080,
  httpsPort: 28443,
  rangeStart: 29000,
  rangeEnd: 29099,
};

test.each([
  ["a.elb.localhost:8080", 80, "a.elb.localhost:28080"],
  ["a.elb.localhost:8443", 443, "a.elb.localhost:28443"],
  ["a.elb.localhost:9000", 8081, "a.elb.localhost:29081"],
  ["a.test", 80, "a.test"],
  ["https://a.test:8443/x:8080?y", 80, "https://a.test:28443/x:8080?y"],
  ["https://a.test:40443/", 80, "https://a.test:40443/"],
])("%s of listener %i becomes %s", (text, listener, expected) => {
  expect(withLocalPorts(text, connection, listener)).toBe(expected);
});
