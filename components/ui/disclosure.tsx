import type { ComponentChildren } from 'preact';

interface DisclosureProps {
  summary: ComponentChildren;
  children: ComponentChildren;
  open?: boolean;
}

export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      <div class="disclosure__body">{children}</div>
    </details>
  );
}
