import {
  BASE,
  DEBIAN,
  debianArguments,
  importArguments,
} from "../../../../lab/parts/images/debianImage";
import { binaryDockerfile } from "../../../../lab/parts/images/dockerfiles";
import { buildImageArguments } from "../../../../lab/parts/images/imageStep";
import { labImages } from "../../../../lab/parts/images/images";
import { labPaths } from "../../../../lab/paths";

const go = { program: "go", version: "go1.26.8", toDownload: false };
const images = labImages(labPaths({ KECS_CACHE_DIR: "/cache" }), go);
const named = (name: string) => images.find((image) => image.name === name);

describe("the images", () => {
  it("carry the key of what they are made of", () => {
    expect(buildImageArguments("echo", "abc", "/context")).toEqual([
      ...["docker", "build", "--label", "kecs.lab.key=abc"],
      ...["--tag", "kecs-lab/echo:1", "/context"],
    ]);
    expect(importArguments("abc")).toContain("LABEL kecs.lab.key=abc");
  });

  it("have keys of their own", () => {
    expect(new Set(images.map((image) => image.key)).size).toBe(images.length);
  });

  it("get new keys with another Go", () => {
    const others = labImages(labPaths({ KECS_CACHE_DIR: "/cache" }), { ...go, version: "go1.27" });
    const same = images.filter((image, index) => image.key === others[index]?.key);
    expect(same.map((image) => image.name)).toEqual([
      ...["base", "traefik", "loadBalancer", "debian"],
    ]);
  });

  it("are built after their contents; the node after all that it carries", () => {
    expect(named("coredns")?.needs).toEqual(["program-coredns"]);
    expect(named("node")?.needs).toEqual([
      ...["image-base", "program-kubenode", "image-pause", "image-coredns"],
      ...["image-traefik", "image-whoami", "image-echo"],
    ]);
  });

  it("of one program have nothing else", () => {
    expect(binaryDockerfile("echo", 8080)).toBe(
      'FROM scratch\nCOPY echo /echo\nEXPOSE 8080\nENTRYPOINT ["/echo"]\n',
    );
  });

  it("rest on a Debian that is printed as a tar, from the machine's own sources if they fit", () => {
    const arguments_ = debianArguments(BASE, "/etc/apt/sources.list");
    expect(arguments_.slice(-3)).toEqual(["bookworm", "-", "/etc/apt/sources.list"]);
    expect(debianArguments(BASE, undefined).slice(-2)).toEqual(["bookworm", "-"]);
  });

  it("have packages of applications, and none of the files that these leave out", () => {
    const arguments_ = debianArguments(DEBIAN, undefined);
    expect(arguments_).toContain(
      "--include=ca-certificates,curl,nginx-light,node-pg,nodejs,postgresql-15",
    );
    expect(arguments_).toContain("--dpkgopt=path-exclude=/usr/share/doc/*");
    expect(arguments_).toContain("--dpkgopt=path-exclude=/usr/lib/x86_64-linux-gnu/libLLVM*");
  });
});
