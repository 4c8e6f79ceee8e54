import { test } from 'vitest';
import { LONGEST_MS, SEQUENCES, sequencesAgainst } from './model/play.ts';

const play = sequencesAgainst([['rocket-chat 8.7'], ['rocket-chat 8.7 restoring'], ['zulip', 'rocket-chat 8.7']]);

test(`${SEQUENCES} random sequences end as asked for where servers end statuses as well`, play, LONGEST_MS);
