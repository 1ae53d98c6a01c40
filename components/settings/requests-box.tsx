import { useEffect, useState } from 'preact/hooks';
import { type Ask, Button, FailureNote, Foreign, useNumber, useSay, useWork } from '@/components/ui';
import type { LoggedRequest } from '@/lib/app/messaging';
import { plural, type Say } from '@/lib/core/report';

/** Requests drawn at once; the rest comes when asked for. */
const part = 20;

export interface RequestsBoxProps {
  ask: Ask;
  /** Tells of every change of the list. @returns what ends it */
  onRequestsChanged: (tell: () => void) => () => void;
}

/** Changes come several a second while feeds are asked; the list is drawn anew this long after the last of them, in ms. */
const quiet = 300;

/** Every request Refrain made, newest first, for the reader to see and to clear. */
export function RequestsBox({ ask, onRequestsChanged }: RequestsBoxProps) {
  const say = useSay();
  const { failure, work } = useWork();
  const [requests, setRequests] = useState<LoggedRequest[] | null>(null);
  const [shown, setShown] = useState(part);

  useEffect(() => {
    const draw = () => work(async () => setRequests(await ask('requests')));
    let soon: ReturnType<typeof setTimeout> | undefined;
    const end = onRequestsChanged(() => {
      clearTimeout(soon);
      soon = setTimeout(draw, quiet);
    });
    draw();
    return () => {
      end();
      clearTimeout(soon);
    };
  }, []);

  return (
    <>
      <h3>{say('options_requests')}</h3>
      <p class="soft">{say('options_requests_what')}</p>
      <FailureNote failure={failure} />
      <p role="status">{requests === null ? '' : plural(say, 'options_requests_count', requests.length)}</p>
      {requests !== null && requests.length > 0 && (
        <>
          <ul class="rows">
            {requests.slice(0, shown).map((request) => (
              <RequestRow key={`${request.at} ${request.url}`} request={request} />
            ))}
          </ul>
          <div class="button-row">
            {requests.length > shown && (
              <Button onClick={() => setShown(shown + part)}>{say('options_requests_more')}</Button>
            )}
            <Button onClick={() => work(async () => setRequests(await ask('clearRequests')))}>
              {say('options_requests_clear')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function RequestRow({ request }: { request: LoggedRequest }) {
  const say = useSay();
  const number = useNumber();
  const moment = new Intl.DateTimeFormat(say.language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <li class="rows__row">
      <span class="rows__words">
        <Foreign text={request.url} />
        <span class="soft small">
          <time dateTime={request.at}>{moment.format(new Date(request.at))}</time>
          {` · ${say(why[request.why])} · ${endWords(say, request)} · ${say('request_bytes', number(request.bytes))}`}
        </span>
      </span>
    </li>
  );
}

const why = {
  feed: 'request_why_feed',
  'find-feed': 'request_why_find_feed',
  'moved-feed': 'request_why_moved_feed',
  article: 'request_why_article',
  pack: 'request_why_pack',
} as const satisfies Record<LoggedRequest['why'], string>;

function endWords(say: Say, { ended, code }: LoggedRequest): string {
  switch (ended) {
    case 'answered':
      return say('request_ended_answered', String(code));
    case 'redirected':
      return say('request_ended_redirected');
    case 'too-large':
      return say('request_ended_too_large');
    case 'too-slow':
      return say('request_ended_too_slow');
    case 'unreachable':
      return say('request_ended_unreachable');
    case 'no-answer-yet':
      return say('request_ended_no_answer_yet');
  }
}
