import { useState } from 'preact/hooks';
import { useSay } from '@/components/ui';

interface AddSiteProps {
  /** A site written into the field already. */
  suggested: string;
  /** Host patterns of the site an address or host belongs to; empty if it is none. */
  patternsOf: (address: string) => string[];
  /** Must ask the browser at once: it grants only within the click. */
  onWatch: (patterns: string[]) => void;
}

/** A field for one more site to watch. */
export function AddSite({ suggested, patternsOf, onWatch }: AddSiteProps) {
  const say = useSay();
  const [written, setWritten] = useState(suggested);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        const patterns = patternsOf(written.trim());
        setWrong(patterns.length === 0);
        if (patterns.length > 0) onWatch(patterns);
      }}
    >
      <label class="field__label" for="add-site">
        {say('options_add_site')}
      </label>
      <div class="input-row">
        <input
          id="add-site"
          class="input"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          placeholder="www.example.org"
          value={written}
          aria-invalid={wrong}
          aria-describedby="add-site-problem"
          onInput={(event) => setWritten(event.currentTarget.value)}
        />
        <button type="submit" class="button button--main">
          {say('options_watch')}
        </button>
      </div>
      <p id="add-site-problem" role="alert">
        {wrong && say('options_add_site_wrong')}
      </p>
    </form>
  );
}
