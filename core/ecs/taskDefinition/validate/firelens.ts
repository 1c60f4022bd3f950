import { posix } from "node:path";
import { FIRELENS_DRIVER, OUTPUT_OPTION } from "../../pod/firelens/routing";
import { problem, type Issue } from "../../../validate";
import { oneOf } from "../../../validate/oneOf";
import { secretValue } from "../secretValue";
import type { ContainerValues } from "../values/container";

type Containers = readonly ContainerValues[];
type Type = keyof typeof OUTPUT_OPTION;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html */
const TYPES = Object.keys(OUTPUT_OPTION);
const METADATA = "enable-ecs-log-metadata";
const FILE_TYPE = "config-file-type";
const FILE_VALUE = "config-file-value";
const OPTIONS = [METADATA, FILE_TYPE, FILE_VALUE];
const PATTERNS = ["include-pattern", "exclude-pattern"];

/** The log router of a task, and the containers whose output goes to it. */
export function validateFirelens(
  containers: Containers,
  secretValues: Readonly<Record<string, string>>,
  path: string,
): Issue[] {
  const routers = containers.filter(({ firelensConfiguration: of }) => of !== undefined);
  return containers.flatMap((container, i) => [
    ...validateRouter(container, routers, `${path}[${i}]`),
    ...validateUser(container, routers[0], secretValues, `${path}[${i}].logConfiguration`),
  ]);
}

function validateRouter(container: ContainerValues, routers: Containers, path: string): Issue[] {
  const { firelensConfiguration: of, logConfiguration } = container;
  if (of === undefined) return [];
  const below = `${path}.firelensConfiguration`;
  return [
    ...oneOf(of.type, TYPES, `${below}.type`),
    ...validateOptions(of.options ?? {}, `${below}.options`),
    ...(routers[0] === container
      ? []
      : [
          problem(
            "KECS1015",
            below,
            `"${routers[0]?.name ?? ""}" is the log router of the task already`,
            "leave it out: a task has one log router",
          ),
        ]),
    ...(logConfiguration?.logDriver === FIRELENS_DRIVER
      ? [
          problem(
            "KECS1015",
            `${path}.logConfiguration.logDriver`,
            "sends the output of the log router to itself",
            'choose "awslogs" for the router',
          ),
        ]
      : []),
  ];
}

function validateOptions(options: Readonly<Record<string, string>>, path: string): Issue[] {
  const { [METADATA]: metadata, [FILE_TYPE]: fileType, [FILE_VALUE]: file } = options;
  const s3 =
    fileType === "s3"
      ? [
          problem(
            "KECS1013",
            `${path}.${FILE_TYPE}`,
            '"s3" is not available: files in S3 are not read here',
            'build the file into the image of the router, and choose "file"',
          ),
        ]
      : oneOf(fileType, ["file"], `${path}.${FILE_TYPE}`);
  return [
    ...Object.keys(options).flatMap((name) => oneOf(name, OPTIONS, path)),
    ...oneOf(metadata, ["true", "false"], `${path}.${METADATA}`),
    ...s3,
    ...((fileType === undefined) === (file === undefined)
      ? []
      : [
          problem(
            "KECS1015",
            path,
            `has only one of ${FILE_TYPE} and ${FILE_VALUE}`,
            "give both, or none",
          ),
        ]),
    ...(fileType === "file" && file !== undefined
      ? validateFile(file, `${path}.${FILE_VALUE}`)
      : []),
  ];
}

function validateFile(file: string, path: string): Issue[] {
  const isPath = posix.isAbsolute(file) && !hasLineBreak(file);
  return isPath
    ? []
    : [
        problem(
          "KECS1001",
          path,
          `"${file}" is not the path of a file in the image of the router`,
          'use one as "/extra.conf"',
        ),
      ];
}

function validateUser(
  { logConfiguration: of }: ContainerValues,
  router: ContainerValues | undefined,
  secretValues: Readonly<Record<string, string>>,
  path: string,
): Issue[] {
  if (of?.logDriver !== FIRELENS_DRIVER) return [];
  if (router?.firelensConfiguration === undefined) {
    return [
      problem(
        "KECS1015",
        `${path}.logDriver`,
        `"${FIRELENS_DRIVER}" needs a log router, which the task does not have`,
        "give one of its containers a firelensConfiguration",
      ),
    ];
  }
  const { options = {}, secretOptions = [] } = of;
  const names = [...Object.keys(options), ...secretOptions.map(({ name }) => name)];
  const key = OUTPUT_OPTION[router.firelensConfiguration.type as Type] as string | undefined;
  const ofPlugin = names.filter((name) => !PATTERNS.includes(name) && name !== key);
  return [
    ...(key === undefined || Object.hasOwn(options, key) || ofPlugin.length === 0
      ? []
      : [
          problem(
            "KECS1015",
            `${path}.options`,
            `does not name the output plugin that "${ofPlugin[0] ?? ""}" is for`,
            `name it with the option "${key}"`,
          ),
        ]),
    ...Object.entries(options).flatMap(([name, value]) =>
      hasLineBreak(name + value) ? [lineBreak(`${path}.options.${name}`)] : [],
    ),
    ...secretOptions.flatMap(({ name, valueFrom }, i) => {
      const at = `${path}.secretOptions[${i}]`;
      const isTwice = names.indexOf(name) < Object.keys(options).length + i;
      const found = secretValue(valueFrom, secretValues);
      return [
        ...(/^[-.\w]+$/.test(name)
          ? []
          : [
              problem(
                "KECS1001",
                `${at}.name`,
                `"${name}" is not the name of an option`,
                "use letters, digits, underscores, hyphens and dots",
              ),
            ]),
        ...(isTwice
          ? [
              problem(
                "KECS1015",
                `${at}.name`,
                `option "${name}" has a value already`,
                "give each option one value, in options or in secretOptions",
              ),
            ]
          : []),
        ...("value" in found
          ? []
          : [
              problem(
                "KECS1009",
                `${at}.valueFrom`,
                found.missing,
                "add the value to the task definition's secretValues, under this valueFrom",
              ),
            ]),
      ];
    }),
  ];
}

function hasLineBreak(text: string): boolean {
  return /[\r\n]/.test(text);
}

function lineBreak(path: string): Issue {
  return problem(
    "KECS1008",
    path,
    "contains a line break, which would begin another line of the router's configuration",
    "leave it out",
  );
}
