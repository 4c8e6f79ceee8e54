import { test } from 'vitest';
import { SEQUENCES, sequencesAgainst } from './model/play.ts';

const play = sequencesAgainst([['rocket-chat 8.7'], ['rocket-chat 8.7 restoring'], ['zulip', 'rocket-chat 8.7']]);

test(`${SEQUENCES} random sequences end as asked for where servers end statuses as well`, play, 600_000);
