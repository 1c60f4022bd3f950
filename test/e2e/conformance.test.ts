import { testConformance } from "./support/testConformance";

/* The load balancers are made with KECS's components; other tests use the instance after this one. */
testConformance(["--keep"]);
