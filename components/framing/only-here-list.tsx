import { Disclosure, useSay } from '@/components/ui';
import type { OnlyHere } from '@/lib/core/framing';
import { plural } from '@/lib/core/report';
import { Openable, outletIn, Teller } from './evidence-place';
import type { FramedStory } from './source';

/** Items of one article shown at once. */
const itemsShown = 8;

/** What was found in one text and searched for in the others; the search stands beside each item. */
export function OnlyHereList({ story }: { story: FramedStory }) {
  const say = useSay();
  const byArticle = [...Map.groupBy(story.framing.onlyHere, ({ articleId }) => articleId)];
  if (byArticle.length === 0) return null;
  const own = byArticle.sort(([a], [b]) => Number(b === story.here) - Number(a === story.here));
  return (
    <section class="framing__lens">
      <h3>{say('framing_only_here')}</h3>
      <p class="soft small">{say('framing_only_here_lead')}</p>
      {own.map(([id, items]) => (
        <div key={id} class="actors__row">
          <h4>
            <Teller story={story} id={id} />
          </h4>
          <Items items={items.slice(0, itemsShown)} story={story} id={id} />
          {items.length > itemsShown && (
            <Disclosure summary={plural(say, 'framing_more_items', items.length - itemsShown)}>
              <Items items={items.slice(itemsShown)} story={story} id={id} />
            </Disclosure>
          )}
        </div>
      ))}
    </section>
  );
}

function Items({ items, story, id }: { items: OnlyHere[]; story: FramedStory; id: string }) {
  const say = useSay();
  const who = outletIn(story, id) ?? say('report_outlet_unknown');
  return (
    <ul class="plain">
      {items.map((item) => (
        <li key={item.span.start}>
          <Openable
            story={story}
            places={[item]}
            label={plural(say, 'framing_open_label', 1, item.exact, who)}
          />{' '}
          <span class="soft small">
            {plural(
              say,
              'framing_searched',
              item.notIn.length,
              item.kind === 'quotation' ? say('framing_its_words') : item.searched.join(', '),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
