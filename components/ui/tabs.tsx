import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

interface Tab {
  name: string;
  /** Shown beside the name, and read with it. */
  count?: string;
  content: ComponentChildren;
  /** Drawn only once the tab was chosen: for what takes work. */
  lazy?: boolean;
}

/** Where an arrow key leads from tab `from` of `count`; `null` for any other key. Right means "back" where text runs right to left. */
export function tabAfter(key: string, from: number, count: number, rightToLeft: boolean): number | null {
  const step = rightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return (from + step + count) % count;
    case 'ArrowLeft':
      return (from - step + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Tabs after the ARIA pattern: one tab stop, arrow keys move and choose, each panel named by its tab. */
export function Tabs({ label, tabs, initial = 0 }: { label: string; tabs: Tab[]; initial?: number }) {
  const [chosen, setChosen] = useState(initial);
  const [visited, setVisited] = useState<readonly number[]>([initial]);
  const choose = (index: number) => {
    setChosen(index);
    setVisited((before) => (before.includes(index) ? before : [...before, index]));
  };
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  function onKeyDown(event: KeyboardEvent) {
    const rightToLeft = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const next = tabAfter(event.key, chosen, tabs.length, rightToLeft);
    if (next === null) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  }

  return (
    <div class="tabs">
      <div class="tabs__list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab, index) => (
          <button
            type="button"
            key={tab.name}
            class="tabs__tab"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-selected={index === chosen}
            aria-controls={`${id}-panel-${index}`}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => choose(index)}
          >
            <span>{tab.name}</span>
            {tab.count === undefined ? null : <span class="tabs__count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {tabs.map((tab, index) => (
        <div
          key={tab.name}
          class="tabs__panel"
          role="tabpanel"
          id={`${id}-panel-${index}`}
          aria-labelledby={`${id}-tab-${index}`}
          hidden={index !== chosen}
        >
          {tab.lazy && !visited.includes(index) ? null : tab.content}
        </div>
      ))}
    </div>
  );
}
