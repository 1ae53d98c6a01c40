import type { ComponentChildren } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  look?: 'plain' | 'main' | 'quiet' | 'danger';
  disabled?: boolean;
  /** Full name for assistive technology, where the visible words alone do not say what is meant ("Show passage 2 in the page"). */
  label?: string;
}

export function Button({ children, onClick, look = 'plain', disabled = false, label }: ButtonProps) {
  return (
    <button
      type="button"
      class={look === 'plain' ? 'button' : `button button--${look}`}
      disabled={disabled}
      onClick={onClick}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </button>
  );
}
