import { SKIN_TONES, type SkinTone } from './skin-tone.ts';

/** What the picker remembers: the popup's own storage, or nothing at all where there is none. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

interface Use {
  key: string;
  /** Grows by one with each use, and halves with every week without. */
  weight: number;
  /** When it was last used, in milliseconds since the epoch. */
  at: number;
}

const KEPT = 64;
const HALF_LIFE_MS = 7 * 24 * 60 * 60_000;
const USED = 'used-emoji';
const TONE = 'skin-tone';

export interface UsedEmoji {
  /** The keys of those used most, lately; the most first. */
  keys(now: number): string[];
  use(key: string, now: number): void;
  tone(): SkinTone;
  chooseTone(tone: SkinTone): void;
}

/** Which emoji are used most, and the skin tone. Not settings: losing them loses a habit, so the popup keeps them itself. */
export function createUsedEmoji(memory: Memory): UsedEmoji {
  const list = (now: number) => read(memory).sort((a, b) => weightAt(b, now) - weightAt(a, now));
  return {
    keys: (now) => list(now).map(({ key }) => key),
    use(key, now) {
      const uses = list(now);
      const before = uses.find((use) => use.key === key);
      const weight = (before === undefined ? 0 : weightAt(before, now)) + 1;
      const others = uses.filter((use) => use !== before).slice(0, KEPT - 1);
      write(memory, USED, JSON.stringify([{ key, weight, at: now }, ...others]));
    },
    tone() {
      const kept = Number(attempt(() => memory.getItem(TONE)) ?? 0);
      return SKIN_TONES.find((tone) => tone === kept) ?? 0;
    },
    chooseTone: (tone) => write(memory, TONE, String(tone)),
  };
}

function weightAt({ weight, at }: Use, now: number): number {
  return weight * 0.5 ** ((now - at) / HALF_LIFE_MS);
}

function read(memory: Memory): Use[] {
  const kept: unknown = attempt(() => JSON.parse(memory.getItem(USED) ?? '[]'));
  return Array.isArray(kept) ? kept.filter(isUse) : [];
}

function isUse(value: unknown): value is Use {
  const { key, weight, at } = (value ?? {}) as Partial<Use>;
  return typeof key === 'string' && Number.isFinite(weight) && Number.isFinite(at);
}

function write(memory: Memory, name: string, value: string): void {
  attempt(() => memory.setItem(name, value));
}

/** A full or forbidden storage throws; what it would have kept is not worth a message. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
