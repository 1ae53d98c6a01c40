export { sampleOf } from './sample';
export {
  type AuditScore,
  type JudgedPair,
  type Judgement,
  judgements,
  judgementWords,
  scoreAudit,
} from './score';
export type { Share } from './wilson';
