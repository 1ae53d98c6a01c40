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

/** Writes an ISO day the way the reader's language does. */
export function useDay(): (iso: string) => string {
  const { language } = useSay();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (iso) => format.format(new Date(iso));
}
