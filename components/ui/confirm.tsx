import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button';
import { useSay } from './speech';

interface ConfirmProps {
  /** The button that asks for the act. */
  ask: string;
  /** What will happen, with its counts. */
  question: string;
  /** The button that does it. */
  act: string;
  onConfirm: () => void;
  /** Full name of the first button, where several of them stand on a page. */
  label?: string;
  /** A word the reader has to type first, for acts that cannot be undone. */
  typed?: string;
}

/** An act in two steps: the question stands where the button was, focus goes to the safe answer and comes back. */
export function Confirm({ ask, question, act, onConfirm, label, typed }: ConfirmProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [written, setWritten] = useState('');
  const box = useRef<HTMLFieldSetElement>(null);
  const start = useRef<HTMLSpanElement>(null);
  const wasAsking = useRef(false);

  useLayoutEffect(() => {
    if (asking) box.current?.querySelector<HTMLElement>('input, button')?.focus();
    else if (wasAsking.current) start.current?.querySelector('button')?.focus();
    wasAsking.current = asking;
  }, [asking]);

  if (!asking)
    return (
      <span class="confirm-start" ref={start}>
        <Button look="danger" onClick={() => setAsking(true)} {...(label ? { label } : {})}>
          {ask}
        </Button>
      </span>
    );
  const ready = typed === undefined || written.trim().toLowerCase() === typed.toLowerCase();
  const close = () => {
    setAsking(false);
    setWritten('');
  };
  return (
    <fieldset class="confirm" ref={box} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <legend>{question}</legend>
      {typed === undefined ? null : (
        <label class="field">
          <span>{say('confirm_type', typed)}</span>
          <input
            class="input"
            autocomplete="off"
            value={written}
            onInput={(event) => setWritten(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="button-row">
        <Button onClick={close}>{say('confirm_keep')}</Button>
        <Button
          look="danger"
          disabled={!ready}
          onClick={() => {
            close();
            onConfirm();
          }}
        >
          {act}
        </Button>
      </div>
    </fieldset>
  );
}
