import type { DurationRule, Preset } from '../contract/preset.ts';
import type { Availability } from '../contract/status.ts';

export type OriginalPresetId = 'busy' | 'meeting' | 'commuting' | 'sick' | 'vacation' | 'remote' | 'office';

type Original = [id: OriginalPresetId, emoji: string, availability: Availability, duration: DurationRule];

// The seven that Zulip's own apps offer (https://github.com/zulip/zulip-flutter, set_status.dart), with the durations
// that its maintainers want for them (https://github.com/zulip/zulip/issues/28543).
const ORIGINALS: Original[] = [
  ['busy', '🛠️', 'busy', { kind: 'minutes', minutes: 60 }],
  ['meeting', '📅', 'busy', { kind: 'minutes', minutes: 60 }],
  ['commuting', '🚌', 'away', { kind: 'minutes', minutes: 30 }],
  ['sick', '🤒', 'away', { kind: 'tomorrow' }],
  ['vacation', '🌴', 'away', { kind: 'none' }],
  ['remote', '🏠', 'online', { kind: 'time', hour: 17, minute: 0 }],
  ['office', '🏢', 'online', { kind: 'time', hour: 17, minute: 0 }],
];

/** The presets that everyone starts with. `textOf` says them in the user's language. */
export function originalPresets(textOf: (id: OriginalPresetId) => string): Preset[] {
  return ORIGINALS.map(([id, emoji, availability, duration]) => ({
    id,
    emoji: { kind: 'unicode', value: emoji },
    text: textOf(id),
    availability,
    duration,
    then: 'clear',
    accountIds: null,
  }));
}
