import type { Operations } from "../../world/operation";
import { addTagsToCertificate } from "./addTagsToCertificate";
import { deleteCertificate } from "./deleteCertificate";
import { describeCertificate } from "./describeCertificate";
import { importCertificate } from "./importCertificate";
import { listCertificates } from "./listCertificates";
import { listTagsForCertificate } from "./listTagsForCertificate";
import { removeTagsFromCertificate } from "./removeTagsFromCertificate";

/** The operations of AWS Certificate Manager that HTTPS listeners need. */
export const operations: Operations = {
  AddTagsToCertificate: addTagsToCertificate,
  DeleteCertificate: deleteCertificate,
  DescribeCertificate: describeCertificate,
  ImportCertificate: importCertificate,
  ListCertificates: listCertificates,
  ListTagsForCertificate: listTagsForCertificate,
  RemoveTagsFromCertificate: removeTagsFromCertificate,
};
