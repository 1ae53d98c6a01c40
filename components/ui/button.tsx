import type { ComponentChildren } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  look?: 'plain' | 'main' | 'quiet' | 'danger';
  disabled?: boolean;
  /** Full name for assistive technology, where the visible words alone do not say what is meant ("Show passage 2 in the page"). */
  label?: string;
}

/**
 * A double click is one press: what it opens is opened once, and the question that comes up in its place is not answered by it.
 */
export function Button({ children, onClick, look = 'plain', disabled = false, label }: ButtonProps) {
  return (
    <button
      type="button"
      class={look === 'plain' ? 'button' : `button button--${look}`}
      disabled={disabled}
      onClick={({ detail }) => {
        if (detail < 2) onClick();
      }}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </button>
  );
}
