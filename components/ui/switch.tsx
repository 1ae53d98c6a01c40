import type { ComponentChildren } from 'preact';

interface SwitchProps {
  on: boolean;
  onChange: (on: boolean) => void;
  children: ComponentChildren;
}

export function Switch({ on, onChange, children }: SwitchProps) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={() => onChange(!on)}>
      <span class="switch__track" aria-hidden="true" />
      <span>{children}</span>
    </button>
  );
}
