import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Say, sayInEnglish } from '@/lib/core/report';

/** The sentences every component speaks with; English where nothing else was handed in. */
export const SayContext = createContext<Say>(sayInEnglish);

export const useSay = (): Say => useContext(SayContext);

/** Writes whole numbers the way the reader's language does (12,345). */
export function useNumber(): (value: number) => string {
  const { language } = useSay();
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  return (value) => format.format(value);
}

/** Writes a number of bytes in kilobytes or megabytes. */
export function useSize(): (bytes: number) => string {
  const { language } = useSay();
  return (bytes) => {
    const large = bytes >= 1_000_000;
    const format = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: large ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: large ? 1 : 0,
    });
    return format.format(bytes / (large ? 1_000_000 : 1_000));
  };
}

/** Writes an ISO day the way the reader's language does. */
export function useDay(): (iso: string) => string {
  const { language } = useSay();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (iso) => format.format(new Date(iso));
}
