import fc from 'fast-check';

// Ten times the sequences that `npm test` tries, in every property that does not name a number itself.
fc.configureGlobal({ numRuns: 1000 });
