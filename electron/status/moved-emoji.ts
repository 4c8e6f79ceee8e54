/** A server that has gone from one address to another: those of the try-it mode do so at each start. */
export interface ServerMove {
  from: string;
  to: string;
}

/** What was stored, with every emoji of an organisation's own that was at the old address now at the new one. */
export function withMovedEmoji<T>(stored: T, move: ServerMove): T {
  if (Array.isArray(stored)) return stored.map((each: unknown) => withMovedEmoji(each, move)) as T;
  if (typeof stored !== 'object' || stored === null) return stored;
  const entries = Object.entries(stored).map(([key, value]) => [key, withMovedEmoji(value, move)]);
  const { kind, serverUrl } = stored as { kind?: unknown; serverUrl?: unknown };
  const isMoved = kind === 'custom' && serverUrl === move.from;
  return { ...Object.fromEntries(entries), ...(isMoved && { serverUrl: move.to }) } as T;
}
