import type { ComponentChildren } from 'preact';
import { Badge, ExternalLink, Foreign, useSay } from '@/components/ui';
import type { HeldArticle } from '@/lib/core/matching/types';
import { type Report, relationWords } from '@/lib/core/report';
import { OutletName } from './outlet-name';

interface CardHeadProps {
  match: { article: HeldArticle; relation: Report['headlines'][number]['relation']; sameOutlet: boolean };
  onOpenLink: (url: string) => void;
  /** Further badges. */
  children?: ComponentChildren;
}

/** Who, how related, and under which headline: the first lines of every card. */
export function CardHead({ match: { article, relation, sameOutlet }, onOpenLink, children }: CardHeadProps) {
  const say = useSay();
  return (
    <>
      <header class="card__head">
        <h3>
          <OutletName outlet={article.outlet} url={article.url} />
        </h3>
        <Badge strong>{relationWords(say, relation)}</Badge>
        {children}
        {sameOutlet && <Badge>{say('report_same_outlet')}</Badge>}
      </header>
      {article.title !== null && (
        <p class="card__title">
          <ExternalLink url={article.url} onOpenLink={onOpenLink}>
            <Foreign text={article.title} language={article.language} />
          </ExternalLink>
        </p>
      )}
    </>
  );
}
