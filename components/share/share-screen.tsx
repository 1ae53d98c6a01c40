import { useEffect, useState } from 'preact/hooks';
import { type Frame, loadStory } from '@/components/framing';
import {
  type Ask,
  Button,
  FailureNote,
  LiveRegion,
  Masthead,
  Switch,
  useSay,
  useWork,
} from '@/components/ui';
import { arrangeRows, type Framing } from '@/lib/core/framing';
import { type Finding, outlineOf, type ShareForm, shareFinding } from '@/lib/core/report/share';
import { FindingPreview } from './finding-preview';
import { FormChoice } from './form-choice';

interface ShareScreenProps {
  ask: Ask;
  /** Compares texts, once the reader wants it in the file. */
  frame: Frame;
  tabId: number;
  /** Today, ISO day. */
  day: string;
  saveFile: (name: string, content: Blob) => void;
  copyText: (text: string) => Promise<void>;
}

type Fetched = { state: 'fetching' } | { state: 'gone' } | { state: 'here'; finding: Finding };

/** The page on which a reader chooses the form of a finding, sees what will be in it, and saves or copies it. */
export function ShareScreen({ ask, frame, tabId, day, saveFile, copyText }: ShareScreenProps) {
  const say = useSay();
  const { failure, work } = useWork();
  const [fetched, setFetched] = useState<Fetched>({ state: 'fetching' });

  useEffect(() => {
    work(async () => {
      const known = await ask('finding', tabId);
      setFetched(known === null ? { state: 'gone' } : { state: 'here', finding: { ...known, day } });
    });
  }, [tabId]);

  return (
    <main class="share">
      <Masthead />
      <h1>{say('share_heading')}</h1>
      <FailureNote failure={failure} />
      {fetched.state === 'fetching' && failure === null && <p role="status">{say('share_loading')}</p>}
      {fetched.state === 'gone' && <p class="note">{say('share_gone')}</p>}
      {fetched.state === 'here' && (
        <ShareBox
          finding={fetched.finding}
          compare={async () => {
            const { framing, choices } = await loadStory(ask, frame, tabId, fetched.finding.report);
            return { ...framing, actors: arrangeRows(framing.actors, choices) };
          }}
          work={work}
          saveFile={saveFile}
          copyText={copyText}
        />
      )}
    </main>
  );
}

interface ShareBoxProps extends Pick<ShareScreenProps, 'saveFile' | 'copyText'> {
  finding: Finding;
  /** How the texts tell it. */
  compare: () => Promise<Framing>;
  work: ReturnType<typeof useWork>['work'];
}

function ShareBox({ finding: plainFinding, compare, work, saveFile, copyText }: ShareBoxProps) {
  const say = useSay();
  const [form, setForm] = useState<ShareForm>('html');
  const [hideAnswers, setHideAnswers] = useState(false);
  const [news, setNews] = useState('');
  const [told, setTold] = useState(false);
  const [framing, setFraming] = useState<Framing | null>(null);
  const finding = told && framing !== null ? { ...plainFinding, framing } : plainFinding;
  const takeTold = (on: boolean) => {
    setTold(on);
    if (!on || framing !== null) return;
    setNews(say('framing_comparing'));
    work(async () => {
      setFraming(await compare());
      setNews('');
    });
  };
  const file = shareFinding(say, finding, form, { hideAnswers });
  const save = () => {
    saveFile(file.name, new Blob([file.content], { type: file.type }));
    setNews(say('share_saved', file.name));
  };
  const copy = () =>
    work(async () => {
      await copyText(file.content);
      setNews(say('share_copied'));
    });
  return (
    <div class="share__box">
      <section class="share__choice">
        <p>{say('share_promise')}</p>
        <FormChoice form={form} onChoose={setForm} />
        {(form === 'html' || form === 'text') && (
          <div class="share__class">
            <Switch on={told} onChange={takeTold}>
              {say('share_told')}
            </Switch>
            <p class="soft small">{say('share_told_what')}</p>
          </div>
        )}
        {form === 'html' && (
          <div class="share__class">
            <Switch on={hideAnswers} onChange={setHideAnswers}>
              {say('share_hide')}
            </Switch>
            <p class="soft small">{say('share_hide_what')}</p>
          </div>
        )}
        <div class="button-row">
          <Button look="main" onClick={save}>
            {say('share_save')}
          </Button>
          {form !== 'html' && <Button onClick={copy}>{say('share_copy')}</Button>}
        </div>
        <p class="soft small" aria-hidden="true">
          {news === '' ? file.name : news}
        </p>
        <LiveRegion words={news} />
      </section>
      <section class="share__preview">
        <h2>{say('share_preview')}</h2>
        {form === 'html' ? (
          <FindingPreview outline={outlineOf(say, finding)} hideAnswers={hideAnswers} />
        ) : (
          <pre class="share__source" dir="auto">
            {file.content}
          </pre>
        )}
      </section>
    </div>
  );
}
