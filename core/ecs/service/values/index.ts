export type * from "./awsOnly";
export type * from "../../serviceConnect/values";
export type * from "./discovery";
export type * from "./service";
