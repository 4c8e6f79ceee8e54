/**
 * Moves `Date` of a process or a page by so many milliseconds, once more each time. Whole in itself, so that it can be
 * sent to a page as text.
 */
export function shiftDate(ms: number): void {
  const Before = Date;
  const now = () => Before.now() + ms;
  globalThis.Date = new Proxy(Before, {
    apply: () => new Before(now()).toString(),
    construct: (target, given, asClass) => Reflect.construct(target, given.length === 0 ? [now()] : given, asClass),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}
