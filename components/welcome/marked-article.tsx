import { useEffect, useRef } from 'preact/hooks';
import { markText } from '@/components/comparison';
import { Foreign, useSay } from '@/components/ui';
import type { Article, Span } from '@/lib/core/article';

interface MarkedArticleProps {
  article: Article;
  marked: readonly Span[];
}

/** An article as its outlet shows it, with the chosen runs marked; the first of them is brought into view. */
export function MarkedArticle({ article, marked }: MarkedArticleProps) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const paragraphs = markText(
    article.text,
    marked.map((span) => ({ span, kind: 'same', only: [] })),
  );

  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  return (
    <article class="demo-page" aria-label={say('welcome_try_story')} ref={box}>
      <p class="demo-page__outlet">{article.outlet !== null && <Foreign text={article.outlet} />}</p>
      <h3 class="demo-page__title">{article.title !== null && <Foreign text={article.title} />}</h3>
      {article.byline !== null && (
        <p class="soft small">
          <Foreign text={article.byline} />
        </p>
      )}
      {paragraphs.map((runs, paragraph) => (
        <p key={`${paragraph}-${runs.length}`}>
          {runs.map((run, index) =>
            run.passage === null ? run.text : <mark key={`${index}-${run.text.length}`}>{run.text}</mark>,
          )}
        </p>
      ))}
    </article>
  );
}
