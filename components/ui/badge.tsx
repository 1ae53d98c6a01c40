import type { ComponentChildren } from 'preact';

export function Badge({ children, strong = false }: { children: ComponentChildren; strong?: boolean }) {
  return <span class={strong ? 'badge badge--strong' : 'badge'}>{children}</span>;
}
