import { decodeText } from './decode';
import { formatOf, type TextFormat } from './format';
import { readable } from './read-one';
import type { ImportFile, Refused } from './types';

/** Decodes a file and tells its format; what cannot be read is refused in words. */
export function openText(file: ImportFile): { content: string; format: TextFormat } | Refused {
  const text = 'text' in file ? file.text : decodeText(file.bytes);
  if (text === null) return { where: file.name, why: `the file is not text. ${readable}.` };
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.trim() === '') {
    return { where: file.name, why: 'the file is empty. Choose a file that holds articles.' };
  }
  const format = formatOf(file.name, content);
  if (format === null) {
    return { where: file.name, why: `the format of the file is not known. ${readable}.` };
  }
  return { content, format };
}
