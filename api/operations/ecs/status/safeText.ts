import { diagnosisText, type PodDiagnosis } from "../../../../core/ecs/observed/podDiagnosis";

/**
 * Why a task does not run. The last words of a container may hold secrets, so they are left to
 * `kecs logs`; what is said of an image or a node has none.
 */
export function safeText(diagnosis: PodDiagnosis): string {
  const { container, reason = "" } = diagnosis;
  const isSafe = container === undefined || reason.includes("Image");
  return diagnosisText(isSafe ? diagnosis : { ...diagnosis, message: undefined });
}
