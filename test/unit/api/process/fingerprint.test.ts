import { fingerprint } from "../../../../api/process/fingerprint";
import { CONNECTION } from "../../../helpers/samples";

const kubeconfig = (authority: string, server: string, key: string): string =>
  `clusters:
- cluster:
    certificate-authority-data: ${authority}
    server: ${server}
users:
- user:
    client-key-data: ${key}
`;
const parts = {
  connection: CONNECTION,
  kubeconfig: kubeconfig("QQ==", "https://127.0.0.1:6443", "QQ=="),
  code: "1",
  isStrict: false,
};

test("a renewed key is the same cluster", () => {
  const renewed = kubeconfig("QQ==", "https://127.0.0.1:6443", "Qg==");
  expect(fingerprint({ ...parts, kubeconfig: renewed })).toBe(fingerprint(parts));
});

test.each([
  ["authority", { kubeconfig: kubeconfig("Qg==", "https://127.0.0.1:6443", "QQ==") }],
  ["port of the cluster", { kubeconfig: kubeconfig("QQ==", "https://127.0.0.1:6444", "QQ==") }],
  ["build", { code: "2" }],
  ["strictness", { isStrict: true }],
  ["port plan", { connection: { ...CONNECTION, httpPort: 1 } }],
])("another %s is another API", (_, other) => {
  expect(fingerprint({ ...parts, ...other })).not.toBe(fingerprint(parts));
});
