import { useEffect, useState } from 'preact/hooks';
import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import type { Pickable } from './emoji-index.ts';
import type { Completer } from './emoji-search.ts';
import { complete, type Replaced, type TypedShortcode, withEmoticon } from './typed-emoji.ts';

const MOST = 6;

interface Offer {
  typed: TypedShortcode | null;
  found: readonly Pickable[];
  at: number;
}

const NOTHING: Offer = { typed: null, found: [], at: 0 };

export interface Completions extends Offer {
  active: Pickable | null;
  /** Takes what is typed now; answers what an ended shortcode or an emoticon makes of the text, or null. */
  type(typed: TypedShortcode | null, text: string, caret: number, grown: boolean): Replaced | null;
  move(key: 'ArrowDown' | 'ArrowUp'): void;
  close(): void;
}

/** The emoji offered for a shortcode while it is typed. */
export function useCompletions(completer: Completer | null): Completions {
  const [offer, setOffer] = useState<Offer>(NOTHING);
  // It may become richer while something is being typed.
  useEffect(() => {
    setOffer((now) => (completer === null || now.typed === null ? now : offerOf(completer, now.typed)));
  }, [completer]);
  return {
    ...offer,
    active: offer.found[offer.at] ?? null,
    type(typed, text, caret, grown) {
      const open = typed !== null && !typed.closed;
      setOffer(open ? offerOf(completer, typed) : NOTHING);
      // What is being deleted is not to come back.
      if (completer === null || !grown || open) return null;
      if (typed === null) return withEmoticon(text, caret, completer.emoticons);
      const whole = completer.whole(typed.typed);
      // An organisation's own stays as it is written: that is how its server shows it in a text.
      return whole === null || whole.emoji.kind === 'custom'
        ? null
        : complete(text, caret, typed, emojiText(whole.emoji));
    },
    move(key) {
      const by = key === 'ArrowDown' ? 1 : offer.found.length - 1;
      setOffer({ ...offer, at: (offer.at + by) % offer.found.length });
    },
    close() {
      if (offer !== NOTHING) setOffer(NOTHING);
    },
  };
}

function offerOf(completer: Completer | null, typed: TypedShortcode): Offer {
  return { typed, found: completer?.search(typed.typed, MOST) ?? [], at: 0 };
}
