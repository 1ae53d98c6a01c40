import type { TabStatus } from '@/lib/app/messaging';
import { notAnArticleSentence, originsSentence, type Say } from '@/lib/core/report';

/** The status of a tab in one sentence; the same words stand beside the icon's shape. */
export function statusSentence(say: Say, status: TabStatus): string {
  switch (status.state) {
    case 'off-here':
      return say('status_off_here', status.host);
    case 'no-access':
      // The browser hides the address of its own pages.
      return status.host === '' ? say('status_no_access_here') : say('status_no_access', status.host);
    case 'not-an-article':
      return notAnArticleSentence(say, status.because);
    case 'checking':
      return say('status_checking');
    case 'none':
      return say('status_none');
    case 'found':
      return status.outlets > 0 && 'report' in status.outcome
        ? say('status_found', originsSentence(say, status.outcome.report))
        : say('status_found_story');
    case 'error':
      return say('status_error', status.message);
  }
}
