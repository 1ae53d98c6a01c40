import { ExternalLink, Foreign, useDay, useSay } from '@/components/ui';
import type { PackFacts } from '@/lib/app/messaging';
import { plural, type Say } from '@/lib/core/report';

interface PackFactsProps {
  facts: PackFacts;
  /** Today, ISO: a pack can be past the day its maker stands by it. */
  today: string;
  onOpenLink: (url: string) => void;
}

/** What a pack says of itself: kind in words, counts, dates, size, licence, home, signature, how long it is good. */
export function PackFactLines({ facts, today, onOpenLink }: PackFactsProps) {
  const say = useSay();
  const day = useDay();
  const { oldest, newest, expires } = facts;
  const spanWords = (from: string, to: string) => (from === to ? from : say('pack_span', from, to));
  const counted = [
    plural(say, 'options_articles', facts.articles),
    plural(say, 'outlets', facts.outlets),
    sizeWords(say, facts.bytes),
  ];
  return (
    <div class="pack__facts small">
      <p>{say(`pack_kind_${kindKey(facts.kind)}`)}</p>
      <p class="soft">
        {counted.join(' · ')}
        {oldest !== null && newest !== null && ` · ${spanWords(day(oldest), day(newest))}`}
      </p>
      <p class="soft">
        {facts.licence === null ? say('pack_licence_none') : say('pack_licence')}{' '}
        {facts.licence !== null && <Foreign text={facts.licence} />}
        {facts.home !== null && (
          <>
            {' · '}
            <ExternalLink url={facts.home} onOpenLink={onOpenLink}>
              {say('pack_home')}
            </ExternalLink>
          </>
        )}
      </p>
      {facts.outletsSaid > 0 && <p class="soft">{plural(say, 'pack_outlets_said', facts.outletsSaid)}</p>}
      <p class="soft">{signatureWords(say, facts)}</p>
      {expires !== null && expires <= today && (
        <p class="pack__warning">{say('pack_expired', day(expires))}</p>
      )}
      {expires !== null && expires > today && <p class="soft">{say('pack_expires', day(expires))}</p>}
    </div>
  );
}

function kindKey(kind: PackFacts['kind']) {
  return (
    { 'full-text': 'full_text', evidence: 'evidence', 'fingerprint-only': 'fingerprint_only' } as const
  )[kind];
}

function signatureWords(say: Say, { signature, signer }: PackFacts): string {
  const key = signer?.slice(0, 12) ?? '';
  if (signature === 'none') return say('pack_unsigned');
  return say(signature === 'good' ? 'pack_signed' : 'pack_unchecked', key);
}

function sizeWords(say: Say, bytes: number): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(say.language, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(Math.max(1, bytes / (large ? 1_000_000 : 1_000)));
}
