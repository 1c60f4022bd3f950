import { parseAnswer } from "../../conformance/client/parseAnswer";

const parse = (text: string, method = "GET") => parseAnswer(Buffer.from(text), method);

test("reads the status, fields with repeats, and the body up to the end", () => {
  expect(parse("HTTP/1.1 200 OK\r\nA: 1\r\na:2\r\n\r\nbody\r\n\r\n")).toEqual({
    status: 200,
    headers: [
      ["A", "1"],
      ["a", "2"],
    ],
    body: "body\r\n\r\n",
    trailers: [],
  });
});

test("passes over 100 Continue, and keeps 101", () => {
  expect(parse("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 \r\n\r\n").status).toBe(204);
  expect(parse("HTTP/1.1 101 Switching Protocols\r\n\r\n").status).toBe(101);
});

test("puts chunks together and reads the trailers", () => {
  const head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  const answer = parse(`${head}3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: v\r\n\r\n`);
  expect([answer.body, answer.trailers]).toEqual(["abcde", [["T", "v"]]]);
  expect(parse(head, "HEAD").body).toBe("");
  expect(() => parse(`${head}3\r\nab`)).toThrow("in the middle of a chunk");
});

test("refuses what is no answer", () => {
  expect(() => parse("")).toThrow("no answer");
  expect(() => parse("SSH-2.0\r\n\r\n")).toThrow("no status line");
});
