import { test } from 'vitest';
import { LONGEST_MS, SEQUENCES, sequencesAgainst } from './model/play.ts';

const play = sequencesAgainst([['zulip'], ['rocket-chat 7.4'], ['zulip', 'rocket-chat 7.4']]);

test(`${SEQUENCES} random sequences end as asked for where the app does the ending`, play, LONGEST_MS);
