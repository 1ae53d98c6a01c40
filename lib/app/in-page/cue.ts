import { found } from '@/assets/icons/shapes.json';
import { isolatedHost } from './isolated-host';

/**
 * One look, whatever was found: the page sees that the mark is there and can read nothing more from it. Forced colours take
 * the shadow and show the outline.
 */
const css = `
:host { all: initial !important; display: flex !important; position: fixed !important; inset: auto 12px 12px auto !important;
z-index: 2147483647 !important; color-scheme: light dark !important }
button { all: initial; box-sizing: border-box; display: grid; place-items: center; cursor: pointer;
color: light-dark(#1e1b17, #f1ece2); background: light-dark(#fffefb, #201d19);
box-shadow: 0 0 0 1px light-dark(#857c6d, #8f8676); outline: 1px solid transparent }
button:focus-visible { outline: 2px solid light-dark(#0b57a8, #9fd0ff); outline-offset: 2px }
.open { width: 32px; height: 32px; border-radius: 8px }
.away { position: absolute; inset: -10px -6px auto auto; width: 24px; height: 24px; border-radius: 12px; opacity: 0 }
:host(:hover) .away, .away:focus-visible { opacity: 1 }
svg { width: 16px; height: 16px; fill: currentColor }
.away svg { width: 8px; height: 8px }`;

const cross = 'M2 0 8 6 14 0 16 2 10 8 16 14 14 16 8 10 2 16 0 14 6 8 0 2Z';

interface CueWords {
  open: string;
  away: string;
}

/**
 * Shows the small mark in the corner of the page. Only a click of the reader's own hand opens the popover;
 * a second, smaller button takes the mark away from this page.
 * It goes when `signal` ends.
 */
export function showCue(words: CueWords, open: () => void, signal: AbortSignal): void {
  const { host, root } = isolatedHost(css);
  const remove = () => host.remove();
  root.append(
    markButton('open', words.open, found.path, open),
    markButton('away', words.away, cross, remove),
  );
  document.documentElement.append(host);
  signal.addEventListener('abort', remove, { once: true });
}

function markButton(name: string, label: string, path: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.ariaLabel = label;
  button.append(icon(path));
  button.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return button;
}

function icon(path: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(namespace, 'path');
  shape.setAttribute('d', path);
  shape.setAttribute('fill-rule', 'evenodd');
  svg.append(shape);
  return svg;
}
