import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operationOf } from "../../api/server/dispatch";
import { passOn } from "../../api/server/upstream";
import { serve, type ApiServer } from "../../api/wire/server";
import { FakeInstance } from "../helpers/api/fakeInstance";
import { awsCli } from "./support/awsCli";
import { startMoto, type Moto } from "./support/moto";
import { run, type Outcome } from "./support/run";

/*
 * Another emulator behind the API, as KECS_AWS_UPSTREAM has it: one address for everything. The API is the
 * real one, over an instance in memory, so that no cluster is needed. The steps build on each other and
 * run in this order.
 */

const folder = mkdtempSync(join(tmpdir(), "kecs-upstream-"));
const instance = new FakeInstance();
const faults: unknown[] = [];
let moto: Moto;
let behind: ApiServer;
let alone: ApiServer;
let tools = "";

const serveApi = (upstream?: URL): Promise<ApiServer> =>
  serve({
    port: 0,
    otherService: upstream === undefined ? undefined : (of) => passOn(upstream, of),
    handle: ({ service, operation, input }) =>
      instance.call(operationOf(service, operation), input),
    onError: (error) => faults.push(error),
  });

beforeAll(async () => {
  tools = await awsCli();
  moto = await startMoto();
  behind = await serveApi(moto.url);
  alone = await serveApi();
}, 600_000);

afterAll(async () => {
  await Promise.all([behind.close(), alone.close()]);
  await moto.stop();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => {
  expect(faults).toEqual([]);
});

const urlOf = ({ port }: ApiServer): string => `http://127.0.0.1:${port}`;

/** Nothing of the user's is read, and a call that went past the API would end in a proxy that is not there. */
const environment = (api: ApiServer): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  HOME: folder,
  AWS_ENDPOINT_URL: urlOf(api),
  AWS_ACCESS_KEY_ID: "kecs",
  AWS_SECRET_ACCESS_KEY: "kecs",
  AWS_DEFAULT_REGION: "eu-central-1",
  HTTPS_PROXY: "http://127.0.0.1:9",
});

const inShell = (script: string, api: ApiServer): Promise<Outcome> =>
  run(["bash", "-c", `set -e\n${tools}\n${script}`], { cwd: folder, env: environment(api) });

const shell = async (script: string, api = behind): Promise<string> => {
  const { code, stdout, stderr } = await inShell(script, api);
  if (code !== 0) throw new Error(`${script}\n${stdout}\n${stderr}`);
  return stdout.trim();
};

const aws = async <T>(command: string): Promise<T> =>
  JSON.parse(await shell(`aws ${command} --output json`)) as T;

/** What a command is refused with. */
const refusal = async (command: string, api = behind): Promise<string> => {
  const { code, stderr } = await inShell(`aws ${command}`, api);
  expect(code).not.toBe(0);
  return stderr;
};

/** Runs a program of Python with boto3, and reads what it prints. */
const boto3 = async <T>(program: string): Promise<T> => {
  const { code, stdout, stderr } = await run(
    ["python3", "-c", `import boto3, json\n${program}\nprint(json.dumps(result))`],
    { cwd: folder, env: { ...environment(behind), PYTHONPATH: moto.packages } },
  );
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
};

const digest = (file: string): string =>
  createHash("sha256")
    .update(readFileSync(join(folder, file)))
    .digest("hex");

describe("S3", () => {
  test.each([
    ["empty", 0],
    ["small", 1000],
    ["in several parts", 20 * 1024 * 1024],
  ])("bytes that are %s come back as they went", async (name, size) => {
    const key = name.replaceAll(" ", "-");
    writeFileSync(join(folder, key), randomBytes(size));
    await shell(
      [
        "aws s3 ls s3://web || aws s3 mb s3://web",
        `aws s3 cp --no-progress ${key} "s3://web/a folder/${key}?ä+&"`,
        `aws s3 cp --no-progress "s3://web/a folder/${key}?ä+&" ${key}.back`,
      ].join("\n"),
    );
    expect(digest(`${key}.back`)).toBe(digest(key));
    const head = await aws<{ readonly ContentLength: number }>(
      `s3api head-object --bucket web --key "a folder/${key}?ä+&"`,
    );
    expect(head.ContentLength).toBe(size);
  });

  test("a stream, whose length nobody knows", async () => {
    await shell(
      "cat in-several-parts | aws s3 cp - s3://web/stream\naws s3 cp s3://web/stream streamed",
    );
    expect(digest("streamed")).toBe(digest("in-several-parts"));
  });

  test("what belongs to an object: its type, its own headers, a part of it", async () => {
    await shell(
      "aws s3 cp --no-progress small s3://web/small --content-type text/x-kecs --metadata color=red",
    );
    expect(await aws("s3api head-object --bucket web --key small")).toMatchObject({
      ContentType: "text/x-kecs",
      Metadata: { color: "red" },
    });
    await shell("aws s3api get-object --bucket web --key small --range bytes=10-19 part");
    expect(readFileSync(join(folder, "part"))).toEqual(
      readFileSync(join(folder, "small")).subarray(10, 20),
    );
  });

  test("presigned addresses, up and down", async () => {
    const [up = "", down = ""] = await boto3<string[]>(
      [
        "s3 = boto3.client('s3')",
        "where = {'Bucket': 'web', 'Key': 'presigned'}",
        "result = [s3.generate_presigned_url(of + '_object', where) for of in ('put', 'get')]",
      ].join("\n"),
    );
    expect((await fetch(up, { method: "PUT", body: "a\u0000b" })).status).toBe(200);
    expect(await (await fetch(down)).text()).toBe("a\u0000b");
    const byCli = await shell("aws s3 presign s3://web/presigned");
    expect(await (await fetch(byCli)).text()).toBe("a\u0000b");
  });

  test("a bucket that is named by the host", async () => {
    const found = await boto3<string>(
      [
        "from botocore.config import Config",
        "import socket",
        "asked = socket.getaddrinfo",
        "socket.getaddrinfo = lambda host, *rest, **more: asked('127.0.0.1', *rest, **more)",
        `s3 = boto3.client('s3', endpoint_url='http://localhost:${behind.port}', config=Config(s3={'addressing_style': 'virtual'}))`,
        "seen = []",
        "s3.meta.events.register('before-send.s3', lambda request, **_: seen.append(request.url))",
        "s3.put_object(Bucket='web', Key='virtual', Body=b'x' * 1000)",
        "body = s3.get_object(Bucket='web', Key='virtual')['Body'].read()",
        "result = seen[0].split('/')[2] + ' ' + str(len(body))",
      ].join("\n"),
    );
    expect(found).toBe(`web.localhost:${behind.port} 1000`);
  });

  test("the other's refusals, as it says them", async () => {
    expect(await refusal("s3api get-object --bucket web --key nowhere out")).toContain(
      "(NoSuchKey) when calling the GetObject operation: The specified key does not exist.",
    );
    expect(await refusal("s3api head-bucket --bucket nowhere")).toContain("(404)");
  });
});

test("IAM, SQS, Secrets Manager and DynamoDB", async () => {
  const policy = "file://policy.json";
  writeFileSync(
    join(folder, "policy.json"),
    JSON.stringify({ Version: "2012-10-17", Statement: [] }),
  );
  expect(
    await aws(`iam create-role --role-name task --assume-role-policy-document ${policy}`),
  ).toMatchObject({ Role: { RoleName: "task" } });
  expect(await refusal("iam get-role --role-name nobody")).toContain("(NoSuchEntity)");
  // The first version of the AWS CLI does not heed the variable for SQS.
  const sqs = '--endpoint-url "$AWS_ENDPOINT_URL" sqs';
  expect(await aws(`${sqs} create-queue --queue-name jobs`)).toMatchObject({
    QueueUrl: expect.stringContaining("/jobs") as string,
  });
  expect(
    await boto3(
      [
        "sqs = boto3.client('sqs')",
        "url = sqs.get_queue_url(QueueName='jobs')['QueueUrl']",
        "sqs.send_message(QueueUrl=url, MessageBody='a<&>\\u00e4')",
        "result = sqs.receive_message(QueueUrl=url)['Messages'][0]['Body']",
      ].join("\n"),
    ),
  ).toBe("a<&>ä");
  expect(await aws("secretsmanager create-secret --name db --secret-string hidden")).toMatchObject({
    Name: "db",
  });
  expect(await aws("secretsmanager get-secret-value --secret-id db")).toMatchObject({
    SecretString: "hidden",
  });
  await aws(
    "dynamodb create-table --table-name t --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=k,AttributeType=S --key-schema AttributeName=k,KeyType=HASH",
  );
  await shell(`aws dynamodb put-item --table-name t --item '{"k": {"S": "a"}, "n": {"N": "1"}}'`);
  expect(await aws(`dynamodb get-item --table-name t --key '{"k": {"S": "a"}}'`)).toMatchObject({
    Item: { n: { N: "1" } },
  });
  expect(await refusal("dynamodb describe-table --table-name u")).toContain(
    "(ResourceNotFoundException)",
  );
});

test("STS: who one is says KECS, the rest is the other's", async () => {
  expect(await aws("sts get-caller-identity")).toMatchObject({ Account: "000000000000" });
  expect(
    await aws(
      "sts assume-role --role-arn arn:aws:iam::123456789012:role/task --role-session-name me",
    ),
  ).toMatchObject({ AssumedRoleUser: { Arn: expect.stringContaining("/task/me") as string } });
});

interface Vpcs {
  readonly Vpcs: readonly { readonly VpcId: string; readonly CidrBlock: string }[];
}

test("EC2: a VPC that is made in the other is described, and taken by a load balancer's group", async () => {
  const { Vpc } = await aws<{ readonly Vpc: { readonly VpcId: string } }>(
    "ec2 create-vpc --cidr-block 10.9.0.0/16",
  );
  const { Vpcs } = await aws<Vpcs>("ec2 describe-vpcs");
  expect(Vpcs.map(({ VpcId }) => VpcId)).toContain(Vpc.VpcId);
  expect(
    await aws(
      `elbv2 create-target-group --name web --protocol HTTP --port 80 --target-type ip --vpc-id ${Vpc.VpcId}`,
    ),
  ).toMatchObject({ TargetGroups: [{ VpcId: Vpc.VpcId }] });
});

test("EC2 without another emulator: the default VPC, its subnets and group, and no more", async () => {
  const found = await shell(
    [
      "aws ec2 describe-vpcs --filters Name=isDefault,Values=true --query 'Vpcs[].CidrBlock' --output text",
      "aws ec2 describe-subnets --query 'Subnets[].SubnetId' --output text",
      "aws ec2 describe-security-groups --group-names default --query 'SecurityGroups[].GroupId' --output text",
    ].join("\n"),
    alone,
  );
  expect(found.split("\n")).toEqual([
    "172.31.0.0/16",
    "subnet-0123456789abcdefa\tsubnet-0123456789abcdefb\tsubnet-0123456789abcdefc",
    "sg-0123456789abcdef0",
  ]);
  expect(await refusal("ec2 describe-vpcs --vpc-ids vpc-1", alone)).toContain(
    "(InvalidVpcID.NotFound) when calling the DescribeVpcs operation: The vpc ID 'vpc-1' does not exist",
  );
});

test.each([
  ["s3", "s3 mb s3://web"],
  ["s3", "s3 cp s3://web/small out"],
  ["iam", "iam create-role --role-name task --assume-role-policy-document '{}'"],
  ["sqs", '--endpoint-url "$AWS_ENDPOINT_URL" sqs create-queue --queue-name jobs'],
  ["secretsmanager", "secretsmanager create-secret --name db --secret-string a"],
  ["dynamodb", "dynamodb list-tables"],
  [
    "AssumeRole of sts",
    "sts assume-role --role-arn arn:aws:iam::123456789012:role/task --role-session-name me",
  ],
  ["CreateVpc of ec2", "ec2 create-vpc --cidr-block 10.9.0.0/16"],
])("without another emulator %s is refused by name", async (name, command) => {
  expect(await refusal(command, alone)).toContain(
    name === "s3" && command.includes("cp")
      ? "(400) when calling the HeadObject operation"
      : `${name} is not part of KECS; set KECS_AWS_UPSTREAM`,
  );
});

test("another emulator that is gone is said to be", async () => {
  const gone = await serveApi(new URL("http://127.0.0.1:9"));
  try {
    for (const command of ["dynamodb list-tables", "iam list-roles", "s3api list-buckets"]) {
      const said = await refusal(command, gone);
      expect(said).toContain("(ServiceUnavailable)");
      expect(said).toContain("KECS_AWS_UPSTREAM, http://127.0.0.1:9, which cannot be reached");
    }
  } finally {
    await gone.close();
  }
  faults.length = 0;
});
