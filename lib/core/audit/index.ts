export { sampleOf } from './sample';
export {
  type AuditScore,
  type JudgedPair,
  judgements,
  judgementWords,
  scoreAudit,
} from './score';
export type { Share } from './wilson';
