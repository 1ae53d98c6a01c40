import { Badge, Button, Quoted, useSay } from '@/components/ui';
import type { TextMatch } from '@/lib/core/matching/types';
import { percent, plural } from '@/lib/core/report';

interface PassageListProps {
  match: TextMatch;
  /** Language of this page. */
  language: string | null;
  onShowPassage: ((articleId: string, passage: number | null) => void) | null;
}

/** The runs both texts share, in the order of this page, each to be shown where it stands. */
export function PassageList({ match, language, onShowPassage }: PassageListProps) {
  const say = useSay();
  return (
    <ol class="passages">
      {match.passages.map((passage, index) => (
        <li key={`${passage.here.start}-${passage.there.start}`} class="passages__row">
          <span class="passages__number">{index + 1}</span>
          {passage.opening !== undefined && (
            <Quoted class="passages__opening" text={passage.opening} language={language} />
          )}
          <span class="soft">{plural(say, 'report_passage_words', passage.words)}</span>
          {passage.kind === 'edited' && <Badge>{say('report_passage_edited')}</Badge>}
          {passage.quoted > 0 && (
            <span class="soft">{say('report_passage_quoted', percent(say, passage.quoted))}</span>
          )}
          {onShowPassage !== null && (
            <span class="row-end">
              <Button
                look="quiet"
                label={say('report_show_passage_label', index + 1)}
                onClick={() => onShowPassage(match.article.id, index)}
              >
                {say('report_show')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
