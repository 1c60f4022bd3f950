import type { Operations } from "../../world/operation";
import { deleteCertificate } from "./deleteCertificate";
import { describeCertificate } from "./describeCertificate";
import { importCertificate } from "./importCertificate";
import { listCertificates } from "./listCertificates";

/** The operations of AWS Certificate Manager that HTTPS listeners need. */
export const operations: Operations = {
  DeleteCertificate: deleteCertificate,
  DescribeCertificate: describeCertificate,
  ImportCertificate: importCertificate,
  ListCertificates: listCertificates,
};
