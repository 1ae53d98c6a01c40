import { Badge, Quoted, useSay } from '@/components/ui';
import type { MatchPart } from '@/lib/core/matching/types';
import { itemShareSentence, relationWords } from '@/lib/core/report';

interface ItemListProps {
  parts: readonly MatchPart[];
  /** Language of this page. */
  language: string | null;
}

/** What is shared of each item, where this page or the other article tells several stories. */
export function ItemList({ parts, language }: ItemListProps) {
  const say = useSay();
  return (
    <ul class="items" aria-label={say('report_items')}>
      {parts.map((part) => (
        <li key={`${part.here?.start}-${part.there?.start}`} class="items__row">
          <Badge>{relationWords(say, part.relation)}</Badge>
          {part.opening !== undefined && <Quoted text={part.opening} language={language} />}
          <span class="soft">{itemShareSentence(say, part)}</span>
        </li>
      ))}
    </ul>
  );
}
