/**
 * Draws the toolbar's pictures from shapes.json: `node assets/icons/draw.mjs` (needs Chromium; run it after a change of shape).
 * Each state keeps its shape at 16 pixels; one mid tone that stands out from light and dark toolbars alike.
 * The product's own icon is the repeat bar on a tile.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const Sizes = [16, 32, 48, 128];
/** Contrast of at least 3:1 on white and on #202124. */
const ToolbarTone = '#d1512d';
const TileTone = '#a8321a';
const OnTile = '#fffefb';

const shapes = JSON.parse(readFileSync(new URL('shapes.json', import.meta.url), 'utf8'));
const out = new URL('../public/icons/', import.meta.url);

const stateSvg = (path) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="${ToolbarTone}" fill-rule="evenodd" d="${path}"/></svg>`;

const tileSvg = (path) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3.5" fill="${TileTone}"/><path fill="${OnTile}" fill-rule="evenodd" transform="translate(2.7 3) scale(.625)" d="${path}"/></svg>`;

const pictures = [
  ...Object.entries(shapes).map(([state, { path }]) => ({
    name: (size) => `${state}-${size}`,
    svg: stateSvg(path),
  })),
  { name: (size) => `${size}`, svg: tileSvg(shapes.found.path) },
];

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/lib/chromium/chromium',
});
const page = await browser.newPage();
for (const { name, svg } of pictures) {
  for (const size of Sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(new URL(`${name(size)}.png`, out), png);
  }
}
await browser.close();
