export type * from "./awsOnly";
export type * from "./discovery";
export type * from "./service";
