/** Notes in which an outlet says that it changed its text: corrections, clarifications, updates, editor's notes, retractions. */
import data from '@/assets/correction-notes.json';
import type { Span } from '@/lib/core/article';
import { sentences } from '@/lib/core/text';
import { type CompiledPhrase, compilePhrase, mayMatch } from '../credits/phrase-language';
import { textBlocks, textLines } from '../text-blocks';
import type { CorrectionNote, NoteKind } from './types';

/** Bounds per page: notes kept, lines read, units of a sentence looked at and of a note quoted. */
const mostNotes = 20;
const mostLines = 1_500;
const longest = 400;

const kinds: readonly NoteKind[] = ['retraction', 'correction', 'clarification', 'update', 'editors-note'];

interface Phrase {
  kind: NoteKind;
  compiled: CompiledPhrase;
}

let compiled: Phrase[] | undefined;

function phrases(): Phrase[] {
  compiled ??= data.kinds.flatMap(({ kind, phrases }) => {
    const known = kinds.find((one) => one === kind);
    return known ? phrases.map((say) => ({ kind: known, compiled: compilePhrase(say, data.words) })) : [];
  });
  return compiled;
}

/** A line without one of these is no note; nearly every line of a page is passed over by it. */
const mayBe =
  /correct|clarif|updat|editor|retract|withdrawn|version|originally|initially|amended|revised|refiled|korrektur|berichtigung|redaktion|fassung|widerruf|klarstellung|aktualisiert|rectificatif|précision|mise? à jour|rédaction|rétractation|corrección|aclaración|actualiza|errores|retractación|errata|correzione|precisazione|aggiornamento|redazione|исправлен|уточнен|обновлен|опровержен|редакции|تصحيح|توضيح|تحديث/iu;

/** Notes of a text, in order. `text.slice(span.start, span.end) === line` for each. */
export function readCorrectionNotes(text: string): CorrectionNote[] {
  const found: CorrectionNote[] = [];
  const lines = textLines(text, textBlocks(text));
  for (const line of lines.length > mostLines
    ? [...lines.slice(0, 100), ...lines.slice(100 - mostLines)]
    : lines) {
    if (found.length >= mostNotes) break;
    if (!mayBe.test(text.slice(line.start, Math.min(line.end, line.start + 10 * longest)))) continue;
    const note = noteIn(text, line);
    if (note) found.push(note);
  }
  return found;
}

/** A bare heading ("Editor's note:") says nothing. */
const saysSomething = /[:：–—-]\s*\S.{12,}/u;

/** The note that a line is or holds: the whole line where its first sentence opens it, else from the sentence that says so. */
function noteIn(text: string, line: Span): CorrectionNote | null {
  for (const { start, end } of sentences(text, [line])) {
    const sentence = text.slice(start, Math.min(end, start + longest));
    if (!mayBe.test(sentence)) continue;
    const lowered = sentence.toLowerCase();
    const phrase = phrases().find(
      ({ compiled }) => mayMatch(compiled, lowered) && compiled.pattern.test(sentence),
    );
    const span = { start, end: Math.min(line.end, start + longest) };
    if (!phrase || (phrase.kind === 'editors-note' && !saysSomething.test(text.slice(start, span.end))))
      continue;
    return { kind: phrase.kind, line: text.slice(span.start, span.end), span };
  }
  return null;
}
