import { useState } from 'preact/hooks';
import { useSay } from '@/components/ui';
import { wordsAsked } from '@/lib/core/matching/words-asked';

interface WordsAskedChoiceProps {
  words: number;
  onChoose: (words: number) => void;
}

/** How many words two articles must share. What is typed counts once it is a number within the bounds. */
export function WordsAskedChoice({ words, onChoose }: WordsAskedChoiceProps) {
  const say = useSay();
  const [isWrong, setWrong] = useState(false);
  const { fewest, usual, most } = wordsAsked;
  const take = (typed: string) => {
    const chosen = Number(typed);
    const isRight = typed !== '' && Number.isInteger(chosen) && chosen >= fewest && chosen <= most;
    setWrong(!isRight);
    if (isRight && chosen !== words) onChoose(chosen);
  };
  return (
    <div class="field">
      <label class="field__label" for="words-asked">
        {say('options_words_asked')}
      </label>
      <input
        id="words-asked"
        class="input input--number"
        type="number"
        inputMode="numeric"
        min={fewest}
        max={most}
        step={1}
        value={words}
        aria-describedby="words-asked-what"
        aria-invalid={isWrong}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <p id="words-asked-what" class="soft">
        {say(isWrong ? 'options_words_asked_wrong' : 'options_words_asked_what', fewest, most, usual)}
      </p>
    </div>
  );
}
