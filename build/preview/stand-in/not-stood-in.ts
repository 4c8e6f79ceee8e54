import { EventEmitter } from 'node:events';

/** Thrown by everything that the stand-in lacks, so that a gap shows where it is met and not as a wrong answer later. */
export class NotStoodInError extends Error {
  override name = 'NotStoodInError';

  constructor(what: string) {
    super(`not stood in: ${what}`);
  }
}

/** What the language and inspectors ask of any object; not part of Electron. */
const ASKED_OF_ANY_OBJECT = new Set([
  'then',
  'toJSON',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
  'constructor',
  'inspect',
  '__esModule',
]);

/** Answers `target`, throwing {@link NotStoodInError} when something is read from it that it does not have. */
export function complete<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || ASKED_OF_ANY_OBJECT.has(key)) {
        return Reflect.get(object, key, receiver);
      }
      throw new NotStoodInError(`${name}.${key}`);
    },
  });
}

/** An `EventEmitter` class to extend, whose instances throw {@link NotStoodInError} for members that they lack. */
export function completeEmitter(name: string): typeof EventEmitter {
  class Complete extends EventEmitter {}
  // At the end of the prototype chain, so that `this` stays the object itself and private fields work.
  Object.setPrototypeOf(Complete.prototype, complete(name, EventEmitter.prototype));
  return Complete as typeof EventEmitter;
}
