import { describe, expect, test } from 'vitest';
import { parseDocument } from '@/lib/page/read-html';
import { gatherInSlices, gatherPage } from '.';
import { messageRoom } from './gather-page';

const paragraph =
  'The pier was closed at noon because the tide had lifted two of its planks, and it was opened again by evening.';

const gather = (body: string, room?: number) =>
  gatherPage(parseDocument(`<html><head><title>Pier</title></head><body>${body}</body></html>`), null, room);
const textsOf = (body: string) => gather(body).blocks.map(({ text }) => text);

describe('gatherPage', () => {
  test('collapses white space and takes out what prints nothing', () => {
    expect(textsOf(`<p> The  pier\n was&nbsp;clo&shy;sed\u200b at \u202enoon. </p>`)).toEqual([
      'The pier was closed at noon.',
    ]);
  });

  test('parts lines where the page does, and paragraphs at two breaks', () => {
    expect(textsOf('<div>one<br>two<br><br>three<p>four</p>five</div>')).toEqual([
      'one\ntwo',
      'three',
      'four',
      'five',
    ]);
  });

  test('keeps the lines of preformatted text', () => {
    expect(textsOf('<pre>one\ntwo\n\nthree</pre>')).toEqual(['one\ntwo', 'three']);
  });

  test.each([
    '<script>hidden</script>',
    '<style>hidden</style>',
    '<noscript>hidden</noscript>',
    '<template><p>hidden</p></template>',
    '<textarea>hidden</textarea>',
    '<p hidden>hidden</p>',
    '<p style="color: red; display : none">hidden</p>',
    '<span class="sr-only">hidden</span>',
    '<dialog>hidden</dialog>',
    '<svg><text>hidden</text></svg>',
    '<button>hidden</button>',
  ])('leaves out %s', (markup) => {
    expect(textsOf(`<p>shown</p>${markup}`)).toEqual(['shown']);
  });

  describe('an article in open shadow trees', () => {
    const document = () =>
      parseDocument(
        '<title>Pier</title><body><h1>Pier</h1><story-page><i>slotted</i></story-page><p>end</p></body>',
      );
    const withShadow = (markup: string) => {
      const made = document();
      const story = made.createElement('story-text');
      made.querySelector('story-page')!.attachShadow({ mode: 'open' }).append(story);
      story.attachShadow({ mode: 'open' }).append(...nodesOf(markup));
      return made;
    };
    const nodesOf = (markup: string) => parseDocument(`<body>${markup}</body>`).body.childNodes;
    const many = Array.from({ length: 8 }, (_, n) => `${paragraph} It is day ${n}.`);
    const markup = many.map((text) => `<p>${text}</p>`).join('');

    test('is read and kept, in its place', () => {
      const { blocks } = gatherPage(withShadow(markup), null);
      expect(blocks.map(({ text }) => text)).toEqual(['Pier', ...many, 'slotted', 'end']);
      expect(blocks.filter(({ kept }) => kept).map(({ text }) => text)).toEqual(many);
    });

    test('is not looked for where the document has running text of its own', () => {
      const made = withShadow(
        '<p>A comment of somebody’s, said at some length below the article of the day.</p>',
      );
      made.querySelector('h1')!.after(...nodesOf(markup));
      expect(gatherPage(made, null).blocks.map(({ text }) => text)).toEqual([
        'Pier',
        ...many,
        'slotted',
        'end',
      ]);
    });
  });

  test('keeps where links stand, with their address as written', () => {
    const [block] = gather('<p>Source: <a href="/isle">Isle <b>Dispatch</b></a>, <a>no link</a></p>').blocks;
    expect(block?.links).toEqual([{ start: 8, end: 21, href: '/isle' }]);
    expect(block?.linked).toBe(13);
  });

  test('parts a link that holds a headline and a summary', () => {
    const blocks = gather('<a href="/x"><h3>Ferry</h3><p>It sails.</p></a>').blocks;
    expect(blocks.map(({ text, links }) => [text, links.length])).toEqual([
      ['Ferry', 1],
      ['It sails.', 1],
    ]);
  });

  test('keeps paragraphs of the article, and those an extractor would drop among them', () => {
    const body = `<article>${`<p>${paragraph}</p>`.repeat(4)}<p class="sidebar-widget-note">Off it.</p></article><footer><p>About us</p></footer>`;
    const { blocks } = gather(body);
    expect(blocks.filter(({ kept }) => kept).map(({ text }) => text)).toEqual(Array(4).fill(paragraph));
    expect(blocks).toHaveLength(6);
  });

  test('keeps an introduction that stands in a wrapper of its own below the headline', () => {
    const introduction = 'Nobody had expected the planks to lift, least of all the master who had them laid.';
    const body = `<article><h1>Pier closed</h1><div><p>${introduction}</p></div><div>${`<p>${paragraph}</p>`.repeat(6)}</div></article>`;
    expect(gather(body).blocks.find(({ text }) => text === introduction)?.kept).toBe(true);
  });

  test('takes an article for one though its names say sidebar and comment', () => {
    const { blocks } = gather(`<div class="sidebar comments">${`<p>${paragraph}</p>`.repeat(6)}</div>`);
    expect(blocks.every(({ kept }) => kept)).toBe(true);
  });

  test('reads a page too large for a clone', () => {
    const { blocks } = gather(
      `<nav>${'<a href="/">Front</a> '.repeat(5_000)}</nav><main>${`<p>${paragraph}</p>`.repeat(2_500)}</main>`,
      5_000_000,
    );
    expect(blocks.filter(({ kept }) => kept)).toHaveLength(2_500);
  });

  test.each([
    ['of running text', `<p>${paragraph}</p>`.repeat(4_000)],
    ['of another script', `<p>${'桟橋は正午に閉鎖された。'.repeat(20)}</p>`.repeat(800)],
    [
      'of links',
      `<p>${paragraph}</p>${`<p>${'<a href="https://gazette.example/a-rather-long-address">x</a> '.repeat(50)}</p>`.repeat(800)}`,
    ],
    ['of quotation marks', `<p>${'"\\" '.repeat(200)}</p>`.repeat(600)],
    [
      'of metadata',
      `${'<script type="application/ld+json">{"@type":"Thing","name":"'.concat('x'.repeat(15_000), '"}</script>').repeat(20)}<p>${paragraph}</p>`,
    ],
  ])('keeps a page %s within the room of a message', (_, body) => {
    expect(new TextEncoder().encode(JSON.stringify(gather(body))).length).toBeLessThanOrEqual(messageRoom);
  });

  test('says how many words had no room', () => {
    const page = gather(`<article>${`<p>${paragraph}</p>`.repeat(4_000)}</article>`);
    const kept = page.blocks.filter(({ kept }) => kept).flatMap(({ text }) => text.split(' ')).length;
    expect(kept + page.wordsLeftOut).toBe(4_000 * paragraph.split(' ').length);
  });

  test('reads what the page says of itself', () => {
    const page = gather(
      '<h1>Pier closed</h1><link rel="canonical" href="/pier"><meta name="Author" content=" Mira  Holt "><time datetime="2021-01-01">today</time>',
    );
    expect(page).toMatchObject({
      title: 'Pier',
      headings: ['Pier closed'],
      canonical: '/pier',
      metas: [['author', 'Mira Holt']],
      times: ['2021-01-01'],
    });
  });
});

describe('gatherInSlices', () => {
  const html = `<body><article>${`<p>${paragraph}</p>`.repeat(2_000)}</article></body>`;

  test('gathers the same, giving way to the page each time a slice of work is done', async () => {
    const document = parseDocument(html);
    let now = 0;
    let pauses = 0;
    const page = await gatherInSlices(document, null, {
      clock: () => (now += 3),
      pause: async () => {
        pauses++;
      },
    });
    expect(page).toEqual(gatherPage(document, null));
    expect(pauses).toBeGreaterThan(1);
  });

  test('reads as far as it can when the page takes its text away meanwhile', async () => {
    const document = parseDocument(html);
    let now = 0;
    const page = await gatherInSlices(document, null, {
      clock: () => (now += 10),
      pause: async () => {
        document.querySelector('article')?.remove();
      },
    });
    expect(page.blocks.length).toBeLessThan(2_000);
  });
});
