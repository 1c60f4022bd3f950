/** Resolves once all that was written to a stream went out, or nobody reads it any more. */
export function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    // What is written goes out in order, so this comes last; a broken stream calls back with an error.
    stream.write("", () => {
      resolve();
    });
  });
}
