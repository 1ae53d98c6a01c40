import { expect, test } from 'vitest';
import { formatOf } from './format';

test.each([
  ['news.jsonl', 'anything', 'jsonl'],
  ['news.ndjson', '', 'jsonl'],
  ['page.HTM', 'no tags', 'html'],
  ['page.xhtml', '<?xml version="1.0"?>', 'html'],
  ['story.txt', 'Rain fell.', 'txt'],
  ['story.md', 'Rain fell.', 'txt'],
  ['saved.txt', '\n <!DOCTYPE html><title>', 'html'],
  ['saved.txt', '{"id":"n1"}', 'jsonl'],
  ['news', '{ "id":"n1"}', 'jsonl'],
  ['page', '<html lang=en>', 'html'],
  ['page.php', '<?xml version="1.0"?>\n<!doctype html>', 'html'],
  ['table.csv', 'id,text', 'csv'],
  ['table.TSV', 'id\ttext', 'csv'],
  ['paper.pdf', '%PDF-1.7', null],
  ['list.json', '[{"id":"n1"}]', null],
])('the file "%s" that begins with %j is read as %j', (name, text, format) => {
  expect(formatOf(name, text)).toBe(format);
});
