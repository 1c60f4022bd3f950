import { testConformance } from "./support/testConformance";

/* The same cases, made by calls of AWS's API in an instance of their own, which is gone afterwards. */
testConformance(["--through", "api"]);
