// A first start makes a cluster, and a machine that runs tests is seldom quiet.
jest.setTimeout(600_000);
