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

interface RetentionBoxProps {
  ask: Ask;
  counts: LibraryCounts;
  rule: RetentionRule;
  onCounts: (counts: LibraryCounts) => void;
}

/** How much is kept: overall, of single outlets, and of older revisions. Nothing goes before its number was shown. */
export function RetentionBox({ ask, counts, rule: kept, onCounts }: RetentionBoxProps) {
  const say = useSay();
  const { failure, work } = useWork();
  const [rule, setRule] = useState(kept);
  const [preview, setPreview] = useState<RetentionPreview | null>(null);
  const change = (next: RetentionRule) => {
    setRule(next);
    setPreview(null);
  };
  const others = counts.outlets.filter(({ key }) => !(key in rule.outlets));
  return (
    <>
      <h3>{say('options_retention')}</h3>
      <p class="soft">{say('options_retention_what')}</p>
      <FailureNote failure={failure} />
      <LimitFields
        name={say('options_retention_overall')}
        limit={rule.overall}
        onLimit={(overall) => change({ ...rule, overall })}
      />
      {Object.entries(rule.outlets).map(([key, limit]) => {
        const name = counts.outlets.find((outlet) => outlet.key === key)?.outlet ?? key;
        return (
          <LimitFields
            key={key}
            name={name}
            limit={limit}
            onLimit={(next) => change({ ...rule, outlets: { ...rule.outlets, [key]: next } })}
            onRemove={() => {
              const { [key]: _, ...left } = rule.outlets;
              change({ ...rule, outlets: left });
            }}
          />
        );
      })}
      {others.length > 0 && (
        <div class="field">
          <label for="retention-outlet">{say('options_retention_outlet')}</label>
          <select
            id="retention-outlet"
            class="input"
            dir="auto"
            value=""
            onChange={({ currentTarget: { value } }) => {
              if (value === '') return;
              change({ ...rule, outlets: { ...rule.outlets, [value]: { articles: null, days: null } } });
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
      <div class="field">
        <label for="retention-revisions">{say('options_retention_revisions')}</label>
        <input
          id="retention-revisions"
          class="input input--number"
          type="number"
          min={0}
          value={rule.revisions ?? ''}
          onInput={({ currentTarget: { value } }) =>
            change({ ...rule, revisions: value === '' ? null : Math.max(0, Math.floor(Number(value))) })
          }
        />
      </div>
      <Button onClick={() => work(async () => setPreview(await ask('retentionDryRun', rule)))}>
        {say('options_retention_look')}
      </Button>
      <div role="status">{preview !== null && <WhatGoes preview={preview} />}</div>
      {preview !== null && (
        <Confirm
          ask={say('options_retention_keep')}
          question={say('options_retention_question', String(preview.articles), String(preview.revisions))}
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
