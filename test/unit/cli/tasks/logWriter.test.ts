import { jsonWriter, textWriter } from "../../../../cli/tasks/logWriter";
import { styleOf } from "../../../../cli/ui/style";
import { container, task } from "../../../helpers/pods";

const line = { time: "2026-01-02T03:04:05.000000000Z", message: "hi  there" };
const web = { task: task(), container: container("web") };
const another = { ...web, task: task({ id: "09d2cb45a62948cf82547e1c0c1b3f7c" }) };
const proxied = { ...web, task: task({ containers: [container("web"), container("proxy")] }) };

function text(colour: boolean, timestamps: boolean) {
  const lines: string[] = [];
  const style = styleOf({ colour, live: false, unicode: true });
  return { lines, style, write: textWriter((each) => lines.push(each), style, { timestamps }) };
}

test("puts the task before a line, and the container where there are several", () => {
  const { lines, write } = text(false, false);
  for (const source of [web, another, proxied]) write(source, line);
  expect(lines).toEqual([
    "front/a95a20c1 hi  there",
    "front/09d2cb45 hi  there",
    "front/a95a20c1/web hi  there",
  ]);
});

test("puts the time between them where it is asked to", () => {
  const { lines, write } = text(false, true);
  write(web, line);
  expect(lines).toEqual(["front/a95a20c1 2026-01-02T03:04:05.000000000Z hi  there"]);
});

test("a task keeps its colour, another one has another", () => {
  const { lines, write, style } = text(true, false);
  for (const source of [web, another, web]) write(source, line);
  expect(lines).toEqual([
    `${style.cyan("front/a95a20c1")} hi  there`,
    `${style.green("front/09d2cb45")} hi  there`,
    `${style.cyan("front/a95a20c1")} hi  there`,
  ]);
});

test("colours begin again after the fifth task", () => {
  const { lines, write, style } = text(true, false);
  for (const digit of "012345") write({ ...web, task: task({ id: digit.repeat(32) }) }, line);
  expect(lines.at(-1)).toBe(`${style.cyan("front/55555555")} hi  there`);
});

test("writes one document for each line", () => {
  const lines: string[] = [];
  jsonWriter((each) => lines.push(each))(web, { ...line, message: 'a "b"' });
  expect(lines).toEqual([
    `{"time":"${line.time}","task":"a95a20c1000040008000000000000001","container":"web","message":"a \\"b\\""}`,
  ]);
});
