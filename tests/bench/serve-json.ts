import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves values as JSON on this machine, to browsers and other processes. */
export interface JsonServer {
  address: string;
  close(): void;
}

/** @param answer gives the value for a path, as "articles/3"; it is made anew for each request */
export async function serveJson(answer: (path: string) => unknown): Promise<JsonServer> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader('access-control-allow-origin', '*');
    // Whoever reads takes long between two requests, and a kept connection would be closed on it meanwhile.
    response.setHeader('connection', 'close');
    response.end(JSON.stringify(answer((request.url ?? '/').slice(1))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

/** Articles of one part. */
export const partSize = 1_024;

/** What the bench serves of a set: "articles/N" in parts, and "questions" (or every n-th of them, "questions/n"). */
export function partsOf<Item>(items: readonly Item[]): number {
  return Math.ceil(items.length / partSize);
}
