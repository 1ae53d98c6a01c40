/** One WebDriver BiDi command's parameters or result, as the protocol's JSON. */
export type Json = Record<string, unknown>;

/** A connection to a browser that speaks WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). */
export interface Bidi {
  /** Sends a command and waits for its result. @throws with the browser's own words when it refuses. */
  send(method: string, params: Json): Promise<Json>;
  /** Runs a function's source in a browsing context, its arguments as JSON, and gives its (awaited) result. */
  call<T>(context: string, source: string, ...args: unknown[]): Promise<T>;
  close(): void;
}

/** Connects to the address that the browser printed and opens a session. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`No connection to the browser at ${address}`));
  });
  const waiting = new Map<number, { resolve: (result: Json) => void; reject: (error: Error) => void }>();
  let last = 0;

  socket.onmessage = ({ data }) => {
    const message: { id?: number; result?: Json; error?: string; message?: string } = JSON.parse(
      String(data),
    );
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (message.id === undefined || asked === undefined) return;
    waiting.delete(message.id);
    if (message.error === undefined) asked.resolve(message.result ?? {});
    else asked.reject(new Error(`${message.error}: ${message.message}`));
  };
  socket.onclose = () => {
    for (const asked of waiting.values()) asked.reject(new Error('The browser closed the connection.'));
    waiting.clear();
  };

  function send(method: string, params: Json): Promise<Json> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Arguments and result travel as one JSON text each, which spares the protocol's own notation of values. */
  async function call<T>(context: string, source: string, ...args: unknown[]): Promise<T> {
    const answer = await send('script.callFunction', {
      functionDeclaration: `async (json) => JSON.stringify({ value: await (${source})(...JSON.parse(json)) })`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context },
      awaitPromise: true,
    });
    return JSON.parse(textOf(answer)).value;
  }

  await send('session.new', { capabilities: {} });
  return { send, call, close: () => socket.close() };
}

interface Evaluated {
  type?: string;
  result?: { value?: unknown };
  exceptionDetails?: { text?: string };
}

function textOf(answer: Evaluated): string {
  if (answer.type === 'success' && typeof answer.result?.value === 'string') return answer.result.value;
  throw new Error(`In the browser: ${answer.exceptionDetails?.text ?? 'no result'}`);
}
