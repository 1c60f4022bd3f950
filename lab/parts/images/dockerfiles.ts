/** For an image that holds one static program. */
export function binaryDockerfile(program: string, port?: number): string {
  return [
    "FROM scratch",
    `COPY ${program} /${program}`,
    ...(port === undefined ? [] : [`EXPOSE ${port}`]),
    `ENTRYPOINT ["/${program}"]`,
    "",
  ].join("\n");
}
