import { useState } from 'preact/hooks';
import {
  type Ask,
  Button,
  Confirm,
  FailureNote,
  Foreign,
  useDay,
  useNumber,
  useSay,
  useSize,
  useWork,
} from '@/components/ui';
import type { LibraryCounts, RetentionPreview, RetentionRule } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';
import { LimitFields } from './limit-fields';
import { NumberField } from './number-field';

interface RetentionBoxProps {
  ask: Ask;
  counts: LibraryCounts;
  rule: RetentionRule;
  onCounts: (counts: LibraryCounts) => void;
}

/** How much is kept: overall, of single outlets, and of older revisions. Nothing goes before its number was shown. */
export function RetentionBox({ ask, counts, rule: kept, onCounts }: RetentionBoxProps) {
  const say = useSay();
  const number = useNumber();
  const { failure, work } = useWork();
  const [rule, setRule] = useState(kept);
  const [preview, setPreview] = useState<RetentionPreview | null>(null);
  const change = (next: RetentionRule) => {
    setRule(next);
    setPreview(null);
  };
  return (
    <>
      <h3>{say('options_retention')}</h3>
      <p class="soft">{say('options_retention_what')}</p>
      <FailureNote failure={failure} />
      <RuleFields rule={rule} outlets={counts.outlets} onChange={change} />
      <Button onClick={() => work(async () => setPreview(await ask('retentionDryRun', rule)))}>
        {say('options_retention_look')}
      </Button>
      <div role="status">{preview !== null && <WhatGoes preview={preview} />}</div>
      {preview !== null && (
        <Confirm
          ask={say('options_retention_keep')}
          question={say('options_retention_question', number(preview.articles), number(preview.revisions))}
          act={say('options_retention_act')}
          onConfirm={() =>
            work(async () => {
              onCounts(await ask('keepTo', rule));
              setPreview(null);
            })
          }
        />
      )}
    </>
  );
}

interface RuleFieldsProps {
  rule: RetentionRule;
  outlets: LibraryCounts['outlets'];
  onChange: (rule: RetentionRule) => void;
}

function RuleFields({ rule, outlets, onChange }: RuleFieldsProps) {
  const say = useSay();
  const others = outlets.filter(({ key }) => !(key in rule.outlets));
  const setLimit = (key: string, limit: RetentionRule['overall']) =>
    onChange({ ...rule, outlets: { ...rule.outlets, [key]: limit } });
  return (
    <>
      <LimitFields
        name={say('options_retention_overall')}
        limit={rule.overall}
        onLimit={(overall) => onChange({ ...rule, overall })}
      />
      {Object.entries(rule.outlets).map(([key, limit]) => (
        <LimitFields
          key={key}
          name={outlets.find((outlet) => outlet.key === key)?.outlet ?? key}
          limit={limit}
          onLimit={(next) => setLimit(key, next)}
          onRemove={() => {
            const { [key]: _, ...left } = rule.outlets;
            onChange({ ...rule, outlets: left });
          }}
        />
      ))}
      {others.length > 0 && (
        <div class="field">
          <label for="retention-outlet">{say('options_retention_outlet')}</label>
          <select
            id="retention-outlet"
            class="input"
            dir="auto"
            value=""
            onChange={({ currentTarget: { value } }) => {
              if (value !== '') setLimit(value, { articles: null, days: null });
            }}
          >
            <option value="">{say('options_retention_choose')}</option>
            {others.map(({ key, outlet }) => (
              <option key={key} value={key}>
                {outlet}
              </option>
            ))}
          </select>
        </div>
      )}
      <NumberField
        id="retention-revisions"
        words={say('options_retention_revisions')}
        value={rule.revisions}
        onValue={(revisions) => onChange({ ...rule, revisions })}
      />
    </>
  );
}

const outletsShown = 10;

function WhatGoes({ preview }: { preview: RetentionPreview }) {
  const say = useSay();
  const number = useNumber();
  const size = useSize();
  const writeDay = useDay();
  const { articles, revisions, bytes, oldest, newest, outlets } = preview;
  if (articles + revisions === 0) return <p class="note">{say('options_retention_none')}</p>;
  return (
    <div class="note">
      <p>{say('options_retention_goes', number(articles), number(revisions), size(bytes))}</p>
      {oldest !== null && newest !== null && (
        <p>{say('options_retention_span', writeDay(oldest), writeDay(newest))}</p>
      )}
      <ul class="small">
        {outlets.slice(0, outletsShown).map(({ outlet, articles: count }) => (
          <li key={outlet}>
            {outlet === null ? say('options_retention_no_outlet') : <Foreign text={outlet} />}{' '}
            {plural(say, 'options_articles', count)}
          </li>
        ))}
      </ul>
    </div>
  );
}
