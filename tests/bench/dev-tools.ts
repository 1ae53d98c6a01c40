/** One connection to something in a running Chromium that can be debugged: a worker, or the browser itself. */
export interface DevTools {
  send<Result>(method: string, params?: object): Promise<Result>;
  close(): void;
}

/** Connects to an address as the browser's list of targets names it. */
export function connectDevTools(address: string): Promise<DevTools> {
  const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>();
  const socket = new WebSocket(address);
  let sent = 0;
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result as never);
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error(`${address} is gone.`));
    waiting.clear();
  };
  return new Promise((resolve, reject) => {
    socket.onerror = () => reject(new Error(`No connection to ${address}.`));
    socket.onopen = () =>
      resolve({
        send: (method, params = {}) =>
          new Promise((settle, fail) => {
            waiting.set(++sent, { resolve: settle, reject: fail });
            socket.send(JSON.stringify({ id: sent, method, params }));
          }),
        close: () => socket.close(),
      });
  });
}

/** Evaluates an expression there and waits for what it promises. @throws what it throws */
export async function evaluate<Result>(tools: DevTools, expression: string): Promise<Result> {
  const { result, exceptionDetails } = await tools.send<Evaluated<Result>>('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

interface Evaluated<Result> {
  result: { value: Result };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Heap and buffers of a worker, in bytes. */
export async function heapOf(tools: DevTools): Promise<number> {
  const usage = await tools.send<{ usedSize: number; backingStorageSize?: number }>('Runtime.getHeapUsage');
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}
