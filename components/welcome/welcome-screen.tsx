import { useEffect, useState } from 'preact/hooks';
import { allPagePatterns, CueChoice, PromiseList, watchedSites } from '@/components/settings';
import {
  type Ask,
  Button,
  FailureNote,
  Masthead,
  type RequestHosts,
  useSay,
  useWithHosts,
  useWork,
} from '@/components/ui';
import type { Settings } from '@/lib/app/messaging';
import { type DemoLook, DemoStage } from './demo-stage';
import { LibraryStart, type LibraryStartProps } from './library-start';
import { WhenChoice } from './when-choice';

interface WelcomeScreenProps {
  ask: Ask;
  /** Looks at demo article number `turn`. */
  lookAtDemo: (turn: number) => Promise<DemoLook>;
  patternsOf: (address: string) => string[];
  requestHosts: RequestHosts;
  /** The ways a library begins. */
  library: Omit<LibraryStartProps, 'ask' | 'requestHosts'>;
  onDone: () => void;
}

/** The one page after install: one thing to try, three choices, where a library comes from, the promise. */
export function WelcomeScreen(props: WelcomeScreenProps) {
  const { ask, lookAtDemo, patternsOf, requestHosts, onDone } = props;
  const say = useSay();
  const { failure, work } = useWork();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [turn, setTurn] = useState(-1);
  const [busy, setBusy] = useState(false);
  const [look, setLook] = useState<DemoLook | null>(null);
  const [news, setNews] = useState('');
  const withHosts = useWithHosts({ requestHosts, work, onRefused: setNews });

  useEffect(() => {
    work(async () => setSettings(await ask('settings')));
  }, []);

  const show = () =>
    work(async () => {
      setBusy(true);
      try {
        setLook(await lookAtDemo(turn + 1));
        setTurn(turn + 1);
      } finally {
        setBusy(false);
      }
    });
  const watching = settings !== null && settings.watched.length > 0;
  return (
    <main class="welcome">
      <Masthead />
      <h1>{say('welcome_heading')}</h1>
      <p class="welcome__lead">{say('welcome_lead')}</p>
      <FailureNote failure={failure} />
      <section class="welcome__section welcome__section--wide">
        <h2>{say('welcome_try')}</h2>
        <p>{say('welcome_try_what')}</p>
        {look === null ? (
          <Button look="main" disabled={busy} onClick={show}>
            {say(busy ? 'welcome_try_busy' : 'welcome_try_go')}
          </Button>
        ) : (
          <DemoStage
            key={turn}
            look={look}
            busy={busy}
            onNext={show}
            onOpenLink={(url) => work(() => ask('openLink', url))}
          />
        )}
      </section>
      <section class="welcome__section">
        <h2>{say('welcome_when')}</h2>
        {settings !== null && (
          <WhenChoice
            allPages={allPagePatterns.some((pattern) => settings.watched.includes(pattern))}
            sites={watchedSites(settings.watched).map(({ site }) => site)}
            patternsOf={patternsOf}
            onWatch={(patterns) => withHosts(patterns, async () => setSettings(await ask('watch', patterns)))}
            onStop={() => work(async () => setSettings(await ask('unwatch', settings.watched)))}
          />
        )}
        {watching && (
          <CueChoice
            mode={settings.cueMode}
            onChoose={(mode) => work(async () => setSettings(await ask('setCueMode', mode)))}
          />
        )}
      </section>
      <section class="welcome__section">
        <h2>{say('welcome_packs')}</h2>
        <LibraryStart {...props.library} ask={ask} requestHosts={requestHosts} />
      </section>
      <section class="welcome__section">
        <h2>{say('welcome_promise')}</h2>
        <PromiseList />
      </section>
      <p class={news === '' ? 'visually-hidden' : 'note'} role="status">
        {news}
      </p>
      <div class="button-row welcome__end">
        <Button look="main" onClick={onDone}>
          {say('welcome_done')}
        </Button>
        <span class="soft">{say('welcome_skip')}</span>
      </div>
    </main>
  );
}
