import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { fetchBody } from './fetch-body';

let server: Server | null = null;

/** A real server on loopback; gives its address. */
async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/feed`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

const gzipped = { 'content-encoding': 'gzip' };

test('a whole answer is given with its headers', async () => {
  const url = await serve((_, response) => response.writeHead(200, { etag: '"1"' }).end('hello'));
  const fetched = await fetchBody(fetch, { url });
  if (fetched.status !== 'answered') throw new Error(fetched.status);
  expect(new TextDecoder().decode(fetched.bytes)).toBe('hello');
  expect(fetched.headers.get('etag')).toBe('"1"');
});

test('a gzip bomb costs no more than the cap', async () => {
  const bomb = gzipSync(new Uint8Array(200_000_000));
  const url = await serve((_, response) => response.writeHead(200, gzipped).end(bomb));
  const before = process.memoryUsage().arrayBuffers;
  const fetched = await fetchBody(fetch, { url });
  expect(fetched.status).toBe('too-large');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
});

test('a body that is not the gzip it says it is, is no answer', async () => {
  const url = await serve((_, response) => response.writeHead(200, gzipped).end('hello, this is no gzip'));
  expect((await fetchBody(fetch, { url })).status).toBe('unreachable');
});

test('a body that drips is given up when the time is over', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200).write('a');
    const drip = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(drip));
  });
  const fetched = await fetchBody(fetch, { url, mostMs: 200 });
  expect(fetched).toMatchObject({ status: 'too-slow' });
});

test('a connection that breaks off is no answer', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await fetchBody(fetch, { url })).toEqual({ status: 'unreachable', received: 4 });
});

test('a redirect is told and not followed; a second server is never asked', async () => {
  const asked: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    asked.push(request.url);
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await fetchBody(fetch, { url })).toEqual({
    status: 'redirected',
    to: new URL('/elsewhere', url).href,
  });
  expect(asked).toEqual(['/feed']);
});
