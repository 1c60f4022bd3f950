import fc from "fast-check";
import { pluginFiles } from "../../../../cluster/traefik/assets";
import { QUERY_HEADER } from "../../../../core/lb/conditions/queryString/match";
import { translate } from "../../../../core/lb/translate/translate";
import { loadBalancer } from "../../../helpers/arbitraryRouting";

const files = pluginFiles();

/** The fields of the plugin's Config by what Traefik compares: their names, in any case. */
const fields = Array.from(
  (files["albaction.go"] ?? "").matchAll(/^\t(\w+) +\S+ +`json:"(\w+),omitempty"`$/gm),
  ([, field = "", tag = ""]) => ({ field, tag }),
);

test("names a field and its tag alike: Traefik reads the one, people the other", () => {
  expect(fields.length).toBeGreaterThan(10);
  for (const { field, tag } of fields) expect(tag.toLowerCase()).toBe(field.toLowerCase());
});

test("knows every setting that a load balancer's objects have; Traefik passes over others", () => {
  const known = fields.map(({ tag }) => tag);
  fc.assert(
    fc.property(loadBalancer, (lb) => {
      for (const { spec } of translate([lb])) {
        const { plugin } = spec as { plugin?: { albaction: object } };
        for (const key of Object.keys(plugin?.albaction ?? {})) expect(known).toContain(key);
      }
    }),
  );
});

test("writes the query into the header that conditions match, which no target sees", () => {
  expect(files["prelude.go"]).toContain(`queryHeader    = "${QUERY_HEADER}"`);
  expect(files["forward.go"]).toContain("request.Header.Del(queryHeader)");
});

test("ends connections whose headers do not come, and leaves the body its time", () => {
  expect(files["prelude.go"]).toContain("limitHeaders(request)");
  expect(files["timeout.go"]).toContain("server.ReadHeaderTimeout = headerTimeout");
});
