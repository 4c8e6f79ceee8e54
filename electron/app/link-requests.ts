import { isShownAsItIs, parseLink } from '../command-line/link.ts';
import type { Misuse } from '../command-line/misuse.ts';
import { type ResolveContext, type ResolvedChange, resolveRequest } from '../command-line/resolve-request.ts';
import { type ChangeCommands, runChange } from '../command-line/run-change.ts';
import type { LinkAnswer, LinkQuestion, LinkRefusal } from '../contract/command-line.ts';
import { createListeners } from '../contract/listeners.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { SettingsService } from './settings-service.ts';

export interface LinkRequestsDeps extends Pick<ResolveContext, 'organizationEmoji' | 'namedEmoji'> {
  getState: () => ResolveContext['state'];
  settings: Pick<SettingsService, 'get' | 'change'>;
  newId: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
}

export interface LinkRequests {
  /**
   * Asks what is to be done with a link; a newer one takes the place of one that is not answered yet. Only a preset that
   * links may always set is set at once, and what it runs into is answered.
   */
  arrive(link: string, commands: ChangeCommands): Promise<Result<null>>;
  answer(linkId: string, answer: LinkAnswer, commands: ChangeCommands): Promise<Result<null>>;
  current(): LinkQuestion | null;
  onChange(listener: () => void): () => void;
}

type Reading = { ok: true; change: ResolvedChange } | { ok: false; refusal: LinkRefusal };

/** Links that anybody may have written: what one asks for is shown first, and done only when the user says so. */
export function createLinkRequests(deps: LinkRequestsDeps): LinkRequests {
  const { getState, settings, newId, now } = deps;
  const changes = createListeners<null>();
  let question: LinkQuestion | null = null;
  let asked: ResolvedChange | null = null;

  function put(next: LinkQuestion | null, change: ResolvedChange | null): void {
    question = next;
    asked = change;
    changes.tell(null);
  }

  function read(link: string): Reading {
    const request = parseLink(link);
    if (request === null) return { ok: false, refusal: { reason: 'not-understood' } };
    const state = getState();
    if (state.accounts.length === 0) return { ok: false, refusal: { reason: 'no-accounts' } };
    const resolution = resolveRequest(request, { ...deps, state, now: now() });
    return resolution.ok ? resolution : { ok: false, refusal: refusalOf(resolution.misuse) };
  }

  return {
    async arrive(link, commands) {
      const reading = read(link);
      if (!reading.ok) {
        put({ id: newId(), kind: 'refused', refusal: reading.refusal }, null);
        return ok(null);
      }
      const { change } = reading;
      if (change.kind === 'preset' && settings.get().linkPresetIds.includes(change.preset.id)) {
        return runChange(change, commands);
      }
      put(questionOf(newId(), change), change);
      return ok(null);
    },
    async answer(linkId, answer, commands) {
      // Another link may have come while the user was about to answer.
      if (question?.id !== linkId) return fail({ code: 'not-found' });
      const change = asked;
      put(null, null);
      if (change === null || answer === 'not-now') return ok(null);
      const over = change.kind === 'set' && change.duration.kind === 'at' && change.duration.at <= now();
      if (over) return fail({ code: 'end-in-the-past' });
      if (answer === 'always' && change.kind === 'preset') {
        const { linkPresetIds } = settings.get();
        const allowed = settings.change({ linkPresetIds: [...new Set([...linkPresetIds, change.preset.id])] });
        if (!allowed.ok) return allowed;
      }
      return runChange(change, commands);
    },
    current: () => question,
    onChange: changes.add,
  };
}

function questionOf(id: string, change: ResolvedChange): LinkQuestion {
  const { targets } = change;
  switch (change.kind) {
    case 'set': {
      const { emoji, text } = change.status;
      return { id, kind: 'set', emoji, text, duration: change.duration, targets };
    }
    case 'preset':
      return { id, kind: 'preset', presetId: change.preset.id, targets };
    case 'clear':
      return { id, kind: 'clear', targets };
    default:
      return { id, kind: 'refused', refusal: { reason: 'not-understood' } };
  }
}

const REASONS = { preset: 'preset', ambiguous: 'ambiguous', emoji: 'emoji', emojiName: 'emoji', end: 'end' } as const;

function refusalOf(misuse: Misuse): LinkRefusal {
  const reason = misuse.code in REASONS ? REASONS[misuse.code as keyof typeof REASONS] : null;
  if (reason === null || !('typed' in misuse) || !isShownAsItIs(misuse.typed)) return { reason: 'not-understood' };
  return { reason, typed: misuse.typed };
}
