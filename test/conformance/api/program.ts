import {
  KecsInstance,
  stackOutputs,
  TrustStore,
  type KecsInstanceArgs,
  type PendingOutputs,
} from "../../../components";

/** The trust store of every listener that verifies clients: AWS's API has it, this one has not. */
export const TRUST_STORE = "clients";

/** The program of an instance that everything else is put into by AWS's API. */
export function bareProgram(name: string, args: KecsInstanceArgs, clientAuthorities: string) {
  return (): PendingOutputs => {
    const instance = new KecsInstance(name, args);
    const { connection, options } = instance;
    new TrustStore(TRUST_STORE, { connection, caCertificatesBundle: clientAuthorities }, options);
    return stackOutputs(instance, []);
  };
}
