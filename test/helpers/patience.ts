// The limit ends a test that hangs. How long one that goes on takes is the machine's affair.
jest.setTimeout(300_000);
