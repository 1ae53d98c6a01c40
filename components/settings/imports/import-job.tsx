import { Button, Confirm, Foreign, useDay, useNumber, useSay } from '@/components/ui';
import type { ImportJob } from '@/lib/app/messaging';
import { plural, type Say } from '@/lib/core/report';
import { RefusedList } from './refused-list';
import type { Imports } from './use-imports';

interface ImportJobRowProps {
  job: ImportJob;
  imports: Pick<Imports, 'cancel' | 'undo' | 'forget'>;
}

/** An import: how far it is, or what came of it. */
export function ImportJobRow({ job, imports }: ImportJobRowProps) {
  const say = useSay();
  const number = useNumber();
  const writeDay = useDay();
  const { names, state, added, revised, unchanged, near, passedOver, refusals, refused, problem } = job;
  const name = names.join(', ');
  return (
    <li class="rows__row import">
      <div class="rows__words">
        <span>
          <Foreign text={name} /> <span class="soft small">{writeDay(job.began)}</span>
        </span>
        {state === 'running' && <Progress job={job} />}
        <span class="small" role={state === 'running' ? undefined : 'status'}>
          {say(states[state])}{' '}
          {say('options_import_result', number(added), number(revised), number(unchanged), number(refusals))}
        </span>
        {near > 0 && <span class="soft small">{plural(say, 'options_import_near', near)}</span>}
        {passedOver > 0 && (
          <span class="soft small">{plural(say, 'options_import_passed_over', passedOver)}</span>
        )}
        {problem !== null && <span class="note note--error small">{problem}</span>}
        <RefusedList refused={refused} refusals={refusals} />
      </div>
      {state === 'running' && (
        <Button label={say('options_import_cancel_label', name)} onClick={() => imports.cancel(job.number)}>
          {say('options_import_cancel')}
        </Button>
      )}
      {(state === 'done' || state === 'cancelled' || state === 'failed') && (
        <span class="button-row">
          <Confirm
            ask={say('options_import_undo')}
            label={say('options_import_undo_label', name)}
            question={say('options_import_undo_question', name, number(added), number(revised))}
            act={say('options_import_undo')}
            onConfirm={() => imports.undo(job.number)}
          />
          <Button
            look="quiet"
            label={say('options_import_forget_label', name)}
            onClick={() => imports.forget(job.number)}
          >
            {say('options_import_forget')}
          </Button>
        </span>
      )}
    </li>
  );
}

const states = {
  running: 'options_import_running',
  done: 'options_import_done',
  cancelled: 'options_import_cancelled',
  failed: 'options_import_failed',
  undoing: 'options_import_undoing',
} as const satisfies Record<ImportJob['state'], string>;

function Progress({ job: { share, secondsLeft, names } }: { job: ImportJob }) {
  const say = useSay();
  const percent = new Intl.NumberFormat(say.language, { style: 'percent' }).format(share);
  return (
    <span class="progress">
      <progress value={share} max={1} aria-label={names.join(', ')} />
      <span class="small">
        {percent}
        {secondsLeft !== null && ` · ${timeLeft(say, secondsLeft)}`}
      </span>
    </span>
  );
}

function timeLeft(say: Say, seconds: number): string {
  return seconds < 90
    ? plural(say, 'options_import_seconds_left', seconds)
    : plural(say, 'options_import_minutes_left', Math.round(seconds / 60));
}
