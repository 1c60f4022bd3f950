// A property of many runs takes seconds on a machine that is busy with other work.
jest.setTimeout(30_000);
