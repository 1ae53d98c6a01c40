import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a host of the test answers with; `body` may never end. */
export interface HostAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array | AsyncIterable<string>;
}

/** One request as the server saw it. */
export interface SeenRequest {
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
}

/** A real server on loopback for made-up hosts whose answers a test sets; everything it is asked is remembered. */
export interface FeedHost {
  /** Address of a path on a made-up host. */
  url(host: string, path: string): string;
  /** Sets what an address answers from now on. */
  serve(url: string, answer: (headers: IncomingHttpHeaders) => HostAnswer | Promise<HostAnswer>): void;
  seen: SeenRequest[];
  close(): Promise<void>;
}

export async function startFeedHost(): Promise<FeedHost> {
  const answers = new Map<string, Parameters<FeedHost['serve']>[1]>();
  const seen: SeenRequest[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = `http://${request.headers.host}${request.url}`;
    const entry: SeenRequest = { url, status: 0, headers: request.headers };
    seen.push(entry);
    const {
      status = 200,
      headers = {},
      body = '',
    } = (await answers.get(url)?.(request.headers)) ?? {
      status: 404,
    };
    entry.status = status;
    response.writeHead(status, headers);
    if (typeof body === 'string' || body instanceof Uint8Array) {
      response.end(body);
      return;
    }
    await pipeline(Readable.from(body), response);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The feed host got no port.');
  return {
    url: (host, path) => `http://${host}:${address.port}${path}`,
    serve: (url, answer) => answers.set(url, answer),
    seen,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
