interface QuotedProps {
  text: string;
  language?: string | null;
  class?: string;
}

/** Words of a page, a feed or a file in quotation marks, which stand as the words run: in their direction, not in ours. */
export function Quoted({ text, language = null, ...more }: QuotedProps) {
  return (
    <q dir="auto" {...more} {...(language ? { lang: language } : {})}>
      {text}
    </q>
  );
}
