import type { DurationRule, Preset } from '../contract/preset.ts';
import type { Availability } from '../contract/status.ts';

type Original = [id: string, emoji: string, text: string, availability: Availability, duration: DurationRule];

// The seven that Zulip's own apps offer (https://github.com/zulip/zulip-flutter, set_status.dart), with the durations
// that its maintainers want for them (https://github.com/zulip/zulip/issues/28543).
const ORIGINALS: Original[] = [
  ['busy', '🛠️', 'Busy', 'busy', { kind: 'minutes', minutes: 60 }],
  ['meeting', '📅', 'In a meeting', 'busy', { kind: 'minutes', minutes: 60 }],
  ['commuting', '🚌', 'Commuting', 'away', { kind: 'minutes', minutes: 30 }],
  ['sick', '🤒', 'Out sick', 'away', { kind: 'tomorrow' }],
  ['vacation', '🌴', 'Vacationing', 'away', { kind: 'none' }],
  ['remote', '🏠', 'Working remotely', 'online', { kind: 'time', hour: 17, minute: 0 }],
  ['office', '🏢', 'At the office', 'online', { kind: 'time', hour: 17, minute: 0 }],
];

/** The presets that everyone starts with. */
export function originalPresets(): Preset[] {
  return ORIGINALS.map(([id, emoji, text, availability, duration]) => ({
    id,
    emoji: { kind: 'unicode', value: emoji },
    text,
    availability,
    duration,
    then: 'clear',
    accountIds: null,
  }));
}
