// What is slow is done outside every transaction: a paper, a file, a signature, a password's hash, anything over a network.
// Whoever waits for the transaction's locks would wait for it too. Here a transaction is marked, and the slow thing asks.
import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<true>();

/** Runs the work of a transaction, marked as such for all that it calls. */
export function insideTransaction<T>(work: () => T): T {
  return inside.run(true, work);
}

/** @throws Error inside a transaction: `what` must be done before it or after it */
export function onlyOutside(what: string): void {
  if (inside.getStore()) throw new Error(`${what} inside a transaction`);
}

/** The same port, whose every call throws inside a transaction. @param what it is called in the error */
export function outside<T extends object>(what: string, port: T): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const part: unknown = Reflect.get(target, name, receiver);
      if (typeof part !== 'function') return part;
      return (...given: unknown[]) => {
        onlyOutside(`${what}: ${String(name)}`);
        return Reflect.apply(part, target, given);
      };
    },
  });
}
