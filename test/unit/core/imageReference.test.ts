import { isImageReference } from "../../../core/imageReference";

const HEX = "a1".repeat(32);

test.each([
  "nginx",
  "nginx:1.27",
  "traefik/whoami:v1.11.0",
  "rancher/k3s:v1.34.2-k3s1",
  "localhost:5000/team/web",
  "[::1]:5000/web:dev",
  "Registry.Example.test/a__b/c-d.e_f:TAG_1.x-y",
  `web@sha256:${HEX}`,
  `web:dev@sha256:${HEX}`,
  `sha256:${HEX}`,
  "a1b2c3d4e5f6",
  "a".repeat(255),
])("%s names an image", (text) => {
  expect(isImageReference(text)).toBe(true);
});

test.each([
  "",
  "--help",
  "-web",
  "a b",
  " web",
  "web\n",
  "Web",
  "web:",
  "web:-dev",
  `web:${"t".repeat(129)}`,
  "web@sha256:abc",
  "web@sha256",
  "/web",
  "web/",
  "a//b",
  "a___b",
  "../web",
  "web;reboot",
  "$web",
  "http://host/web",
  "a".repeat(256),
])("%j does not", (text) => {
  expect(isImageReference(text)).toBe(false);
});
