import { BinaryReader } from "google-protobuf";

/* Field numbers of BuildKit's moby.buildkit.v1 StatusResponse, Vertex and VertexLog. */
const VERTEXES = 1;
const LOGS = 3;
const VERTEX_NAME = 3;
const VERTEX_ERROR = 7;
const LOG_MESSAGE = 4;

/** The steps and the output of them that one message of BuildKit's progress tells of. */
export function traceLines(encoded: string): string[] {
  const reader = new BinaryReader(Buffer.from(encoded, "base64"));
  const lines: string[] = [];
  while (reader.nextField()) {
    if (reader.getFieldNumber() === VERTEXES) {
      lines.push(...texts(reader.readBytes(), [VERTEX_NAME, VERTEX_ERROR]));
    } else if (reader.getFieldNumber() === LOGS) {
      lines.push(...texts(reader.readBytes(), [LOG_MESSAGE]));
    } else {
      reader.skipField();
    }
  }
  return lines.flatMap((line) => line.split("\n")).filter((line) => line.trim() !== "");
}

function texts(message: Uint8Array | string, numbers: readonly number[]): string[] {
  const reader = new BinaryReader(message);
  const found: string[] = [];
  while (reader.nextField()) {
    if (numbers.includes(reader.getFieldNumber())) {
      found.push(Buffer.from(reader.readBytes()).toString("utf8"));
    } else {
      reader.skipField();
    }
  }
  return found;
}
