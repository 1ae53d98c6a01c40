import type { TabStatus } from '@/lib/app/messaging';
import type { ReportOutcome } from '@/lib/core/report';

/** The state of a tab that its report amounts to. */
export function statusOf(outcome: ReportOutcome): TabStatus {
  switch (outcome.status) {
    case 'found':
      return { state: 'found', outcome, outlets: outcome.report.outlets };
    case 'nothing-found':
      return { state: 'none', outcome };
    case 'not-an-article':
      return { state: 'not-an-article', because: outcome.because };
    case 'failed':
      return { state: 'error', message: outcome.message };
  }
}
