import * as v from 'valibot';
import { type Article, type Completeness, readStamp } from '@/lib/core/article';
import { paragraphs } from '@/lib/core/text';

/** Longest text of one record, in UTF-16 units (about 300,000 words; the longest news texts have 30,000). */
export const longestText = 2_000_000;
/** Longest other field, in UTF-16 units; all unknown keys of a record together have the same limit, as JSON. */
export const longestField = 65_536;

/** What one line of a JSONL file gives. */
export type RecordOutcome = { status: 'read'; record: ArticleRecord } | { status: 'refused'; why: string };

/** An article record: the article, and what the record says beside it. */
export interface ArticleRecord {
  article: Article;
  summary: string | null;
  publishedAsPrinted: string | null;
  extra: Readonly<Record<string, unknown>>;
}

const field = (name: string) =>
  v.nullish(
    v.pipe(
      v.string(`"${name}" must be text or null.`),
      v.maxLength(longestField, `"${name}" is longer than ${longestField} characters. Shorten it.`),
      v.transform((value) => (value.trim() === '' ? null : value)),
    ),
    null,
  );

const noArticle = 'this is not an article. Put one object like {"id":"…","text":"…"} on each line.';
const noId = 'the article has no "id". Give every article an "id" of its own, as text.';
const noText =
  'the article has no "text". Give every article its "text", or null if only its headline is known.';

const recordSchema = v.looseObject(
  {
    id: v.optional(
      v.pipe(
        v.string(noId),
        v.check((id) => id.trim() !== '', noId),
        v.maxLength(2_048, 'the article\'s "id" is longer than 2048 characters. Shorten it.'),
      ),
      '',
    ),
    text: v.optional(
      v.nullable(
        v.pipe(
          v.string(noText),
          v.maxLength(
            longestText,
            `the article's "text" is longer than ${longestText} characters. Split it, or leave it out.`,
          ),
        ),
      ),
    ),
    outlet: field('outlet'),
    url: field('url'),
    title: field('title'),
    byline: field('byline'),
    published: field('published'),
    modified: field('modified'),
    owner_line: field('owner_line'),
    summary: field('summary'),
    language: field('language'),
    completeness: v.nullish(v.unknown(), null),
  },
  noArticle,
);

const completenesses: readonly Completeness[] = ['full', 'summary', 'teaser', 'paywalled', 'unknown'];

/**
 * Reads one line of an article file: `{"id","outlet","url","title","byline","published","text"}`, only `id` and `text`
 * required, `null` meaning absent. `published` may be any text. Keys that are not ours are kept as `extra`.
 * Never throws on bad input: `why` says what is wrong and what to do.
 */
export function readRecord(line: string): RecordOutcome {
  const json = parseJson(line);
  return json.status === 'refused' ? json : recordOf(json.value);
}

/** The same of a value that was read already, such as a row of a table. */
export function recordOf(value: unknown): RecordOutcome {
  if (Array.isArray(value)) return { status: 'refused', why: noArticle };
  const parsed = v.safeParse(recordSchema, value, { abortEarly: true });
  if (!parsed.success) return { status: 'refused', why: parsed.issues[0].message };
  const {
    id,
    text,
    outlet,
    url,
    title,
    byline,
    published,
    modified,
    owner_line: ownerLine,
    summary,
    language,
    completeness,
    ...extra
  } = parsed.output;
  if (text === undefined) return { status: 'refused', why: noText };
  if ((text ?? '').trim() === '' && title === null && summary === null) {
    return {
      status: 'refused',
      why: 'the article has neither text nor headline. Give it a "text", or leave it out.',
    };
  }
  if (JSON.stringify(extra).length > longestField) {
    return {
      status: 'refused',
      why: `the keys beside the article's own hold more than ${longestField} characters. Leave some out.`,
    };
  }
  const body = (text ?? '').trim() === '' ? '' : (text ?? '');
  const article: Article = {
    id,
    outlet,
    url,
    title,
    byline,
    published: readStamp(published, 'import'),
    modified: readStamp(modified, 'import'),
    language: language?.toLowerCase() ?? null,
    text: body,
    paragraphs: paragraphs(body),
    completeness: completenesses.find((known) => known === completeness) ?? 'unknown',
    ...(ownerLine === null ? {} : { ownerLine }),
  };
  return { status: 'read', record: { article, summary, publishedAsPrinted: published, extra } };
}

function parseJson(line: string): { status: 'read'; value: unknown } | { status: 'refused'; why: string } {
  try {
    return { status: 'read', value: JSON.parse(line) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      status: 'refused',
      why: 'the line is not whole JSON. Put one article object on each line, without line breaks inside.',
    };
  }
}
