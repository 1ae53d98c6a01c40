import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(400));

/** What a reader changed in actor tables, capped. */
export const rowChoicesSchema = v.object({
  merged: v.pipe(v.array(v.tuple([text, text])), v.maxLength(500)),
  split: v.pipe(v.array(v.object({ key: text, label: text })), v.maxLength(500)),
});
