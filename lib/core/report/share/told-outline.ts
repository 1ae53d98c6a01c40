/** How each text tells it, as sections of a shared finding: only where the reader put it in, since it is worked out apart from a report. */
import type { ActorRow, Attribution, Evidence, Framing, Label } from '@/lib/core/framing';
import { plural, type Say } from '../phrases';
import { dateWords } from '../wording';
import type { Finding } from './finding';
import { nameOf, type OutlineRow, type OutlineSection, row, section } from './outline-rows';
import { plain } from './plain';

/** Entries of one lens: contrasts quote the texts, and a finding gives away no text. */
const most = 12;

type Framed = Pick<Finding, 'framing'>;

/** How the story is told, a section for each lens that found something; none where it was not compared. */
export function toldSections(say: Say, { framing }: Framed): OutlineSection[] {
  if (!framing) return [];
  const { actors, attributedDifferently, swaps, addedCut, onlyHere } = framing;
  const who = (id: string) => whoTells(say, framing, id);
  const lens = (heading: string, rows: OutlineRow[]) => section(say, heading, { rows }, most);
  return [
    lens(
      say('framing_actors'),
      actors.map((actor) => actorRow(say, actor, who)),
    ),
    lens(
      say('framing_attributed'),
      attributedDifferently.flatMap(({ anchor, sides }) =>
        sides.map((side) => sideRow(say, anchor, side, who)),
      ),
    ),
    lens(say('framing_added_cut'), [
      ...swaps.map(({ inA, inB }) =>
        row({ facts: [said(who, inA), `${say('framing_swapped')} ${said(who, inB)}`] }),
      ),
      ...addedCut.flatMap(({ kind, inA, inB }) =>
        kind === 'headline'
          ? []
          : [inA, inB].flatMap((side) => (side === null ? [] : [onlyIn(say, who, side)])),
      ),
    ]),
    lens(
      say('framing_only_here'),
      onlyHere.map((one) =>
        row({
          name: who(one.articleId),
          quote: quoted(one),
          facts: [plural(say, 'framing_searched', one.notIn.length, plain(one.searched.join(', ')))],
        }),
      ),
    ),
  ];
}

/** With whom it was said to, occasion and day, as far as the text says. */
function sideRow(say: Say, anchor: string, side: Attribution, who: Who): OutlineRow {
  const { articleId, speaker, source, occasion, published } = side;
  return row({
    name: plain(anchor),
    quote: quoted(side),
    facts: [
      who(articleId),
      plain(speaker ?? say('framing_speaker_not_stated')),
      ...(source === null ? [] : [say('framing_said_to', plain(source))]),
      ...(occasion === null ? [] : [say('framing_occasion', plain(occasion))]),
      say('framing_article_of', dateWords(say, published)),
    ],
  });
}

type Who = (articleId: string) => string;

function whoTells(say: Say, { articles }: Framing, id: string): string {
  const article = articles.find((one) => one.id === id);
  return article === undefined ? say('report_outlet_unknown') : nameOf(say, article);
}

/** What each text calls an actor; words in quotations and excerpts apart from its own. */
function actorRow(say: Say, { actor, labels }: ActorRow, who: Who): OutlineRow {
  const ids = [...new Set(labels.map(({ articleId }) => articleId))];
  const words = (id: string, voice: Label['voice']) =>
    [
      ...new Set(
        labels.filter((one) => one.articleId === id && one.voice === voice).map(({ exact }) => plain(exact)),
      ),
    ].join(', ');
  const facts = ids.map((id) => {
    const [own, others] = [words(id, 'own'), words(id, 'quoted')];
    const quotedWords = others === '' ? [] : [`${say('framing_quoted')} ${others}`];
    return `${who(id)}: ${[...(own === '' ? [] : [own]), ...quotedWords].join('; ')}`;
  });
  return row({ name: plain(actor), facts });
}

function onlyIn(say: Say, who: Who, side: Evidence): OutlineRow {
  return row({
    name: who(side.articleId),
    badge: say('framing_only_in').replace(/:$/, ''),
    quote: quoted(side),
  });
}

function quoted({ exact }: Evidence): OutlineRow['quote'] {
  return { text: plain(exact), language: null };
}

function said(who: Who, side: Evidence): string {
  return `${who(side.articleId)}: “${plain(side.exact)}”`;
}
