/**
 * A string that came from a page, a feed or a file: shown as text only, kept apart from our own sentence's
 * direction, in its own language where that is known.
 */
export function Foreign({ text, language = null }: { text: string; language?: string | null }) {
  return (
    <bdi dir="auto" {...(language ? { lang: language } : {})}>
      {text}
    </bdi>
  );
}
