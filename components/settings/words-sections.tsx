import type { ComponentChildren } from 'preact';
import { useSay } from '@/components/ui';
import type { PhraseKey } from '@/lib/core/report';
import { RequestsBox, type RequestsBoxProps } from './requests-box';
import { SettingsSection } from './settings-section';

const matching: PhraseKey[] = ['options_matching_text', 'options_matching_story', 'options_matching_where'];

/** How a match is decided, in the reader's words. */
export function MatchingSection({ children }: { children: ComponentChildren }) {
  const say = useSay();
  return (
    <SettingsSection id="matching" heading={say('options_matching')}>
      {matching.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
      {children}
    </SettingsSection>
  );
}

const promise: PhraseKey[] = [
  'promise_stays',
  'promise_talks',
  'promise_page',
  'promise_private',
  'promise_see',
];

/** The promise, sentence by sentence. */
export function PromiseList() {
  const say = useSay();
  return (
    <ul class="promise">
      {promise.map((key) => (
        <li key={key}>{say(key)}</li>
      ))}
    </ul>
  );
}

export function PrivacySection(props: RequestsBoxProps) {
  const say = useSay();
  return (
    <SettingsSection id="privacy" heading={say('options_privacy')}>
      <PromiseList />
      <RequestsBox {...props} />
    </SettingsSection>
  );
}

export function AboutSection({ version }: { version: string }) {
  const say = useSay();
  return (
    <SettingsSection id="about" heading={say('options_about')}>
      <p>{say('options_about_what')}</p>
      <p class="soft">{say('options_about_version', version)}</p>
      <p class="soft">{say('options_about_licence')}</p>
    </SettingsSection>
  );
}
