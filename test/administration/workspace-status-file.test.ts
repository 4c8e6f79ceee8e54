import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../electron/administration/csv.ts';
import { readWorkspaceStatusFile } from '../../electron/administration/workspace-status-file.ts';
import { granted } from './administration-room.ts';

const read = (text: string) =>
  granted(readWorkspaceStatusFile(text, [])).map(({ name, availability, state, problem }) => [
    name,
    availability,
    problem?.code ?? state,
  ]);
const reason = (text: string) => {
  const result = readWorkspaceStatusFile(text, []);
  return result.ok ? null : result.problem;
};

describe('what is understood', () => {
  test.each([
    ['commas', 'name,availability\nLunch,Away\nHome,\n'],
    ['semicolons and a byte order mark', '\u{FEFF}Name;Status type\r\nLunch;AWAY\r\nHome\r\n'],
    ['tabs and another order', 'type\tname\naway\tLunch\n\t\n\tHome'],
    ['a list of objects', '[{"name":"Lunch","availability":"away"},{"name":"Home"}]'],
    [
      'the server’s own list',
      '{"statuses":[{"_id":"1","name":"Lunch","statusType":"Away"},{"_id":"2","name":"Home","statusType":""}]}',
    ],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual([
      ['Lunch', 'away', 'create'],
      ['Home', null, 'create'],
    ]);
  });

  test('what the server would refuse is said at its row', () => {
    expect(read('name,availability\n"Say ""hi""",busy\nTwice,\nTwice,\n ,busy\nOut,Gone\nHidden,Offline')).toEqual([
      ['Say "hi"', 'busy', 'workspace-status-name-forbidden-characters'],
      ['Twice', null, 'create'],
      ['Twice', null, 'workspace-status-name-in-use'],
      ['', 'busy', 'workspace-status-name-empty'],
      ['Out', null, 'workspace-status-type-invalid'],
      ['Hidden', 'invisible', 'create'],
    ]);
  });
});

test.each([
  ['', 'no-rows'],
  ['name\n', 'no-rows'],
  ['[]', 'no-rows'],
  ['Lunch\nHome', 'no-names'],
  ['[{"name":', 'not-json'],
  ['{"name":"Lunch"}', 'not-json'],
])('“%s” is no list: %s', (text, expected) => {
  expect(reason(text)).toEqual({ code: 'status-file-invalid', reason: expected });
});

test('lines are counted as an editor counts them, also below a cell of two lines', () => {
  expect(parseCsv('name\n"two\nlines"\n\nlast').map(({ line }) => line)).toEqual([1, 2, 5]);
});

test('any table that is written as the standard has it is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '🚗') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, (rows) => {
      const kept = rows.filter((row) => row.some((one) => one.trim() !== ''));
      const written = [['a', 'b', 'c', 'd', 'e', 'f'], ...rows]
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        .join('\r\n');
      expect(parseCsv(written).map(({ cells }) => cells)).toEqual([['a', 'b', 'c', 'd', 'e', 'f'], ...kept]);
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void readWorkspaceStatusFile(text, [])));
});
