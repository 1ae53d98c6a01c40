/**
 * Runs in the popover's frame: all that it says, the tabs that are not in front after the rest. Stands by itself, because
 * it travels into the browser as source.
 */
export async function wordsOfReport(): Promise<string> {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const words = (element: HTMLElement | null) => (element?.innerText ?? '').trim().replace(/\n{2,}/g, '\n');
  const all = [words(document.body)];
  for (const tab of document.querySelectorAll<HTMLElement>('[role="tab"][aria-selected="false"]')) {
    tab.click();
    await drawn();
    all.push(`${words(tab)}\n${words(document.querySelector('[role="tabpanel"]:not([hidden])'))}`);
  }
  return `${all.join('\n\n')}\n`;
}
