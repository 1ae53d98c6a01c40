/**
 * Runs in the popover's frame: all that it says, the tabs that are not in front after the rest. Stands by itself, because
 * it travels into the browser as source.
 */
export async function wordsOfReport(): Promise<string> {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const words = (element: HTMLElement | null) => (element?.innerText ?? '').trim().replace(/\n{2,}/g, '\n');
  const isWorking = () => document.querySelector('[role="tabpanel"]:not([hidden]) [role="status"]') !== null;
  const all = [words(document.body)];
  for (const tab of document.querySelectorAll<HTMLElement>('[role="tab"][aria-selected="false"]')) {
    tab.click();
    await drawn();
    // A panel that is worked out when it is asked for says so until it is done; ten seconds at most.
    for (let tries = 0; tries < 100 && isWorking(); tries++)
      await new Promise((done) => setTimeout(done, 100));
    all.push(`${words(tab)}\n${words(document.querySelector('[role="tabpanel"]:not([hidden])'))}`);
  }
  return `${all.join('\n\n')}\n`;
}
