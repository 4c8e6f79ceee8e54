/**
 * Moves `Date` of a process or a page by so many milliseconds, once more each time; a `Date.now` that somebody keeps moves
 * along from the first time on. Whole in itself, so that it can be sent to a page as text.
 */
export function shiftDate(ms: number): void {
  const shifted = globalThis as { dateShift?: { ms: number } };
  if (shifted.dateShift !== undefined) {
    shifted.dateShift.ms += ms;
    return;
  }
  const shift = { ms };
  shifted.dateShift = shift;
  const Before = Date;
  const now = () => Before.now() + shift.ms;
  globalThis.Date = new Proxy(Before, {
    apply: () => new Before(now()).toString(),
    construct: (target, given, asClass) => Reflect.construct(target, given.length === 0 ? [now()] : given, asClass),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}
