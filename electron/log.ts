import { inspect } from 'node:util';
// Not `electron-log/main`: that also lets a page write into the log, past the door in `ipc/`.
import electronLog from 'electron-log/node';

/** The one logger. What it is given may hold secrets; what it writes does not. */
export interface Log {
  info(...parts: unknown[]): void;
  warn(...parts: unknown[]): void;
  error(...parts: unknown[]): void;
  /** From now on this text is never written, in whatever place or encoding it turns up. */
  hide(secret: string): void;
}

export interface LogDeps {
  /** Where to write. At 1 MB it becomes `<name>.old.log` and a new one begins. */
  file: string;
  /** Whether to write to the terminal as well. */
  toConsole: boolean;
}

const HIDDEN = '[hidden]';

/** Shorter ones would take ordinary words out of the log; the patterns below still hide them where they are named. */
const SHORTEST_HIDDEN = 4;

const QUOTED_OR_WORD = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,;&"'}\])]+)`;
const NAMED_SECRETS = [
  // "Authorization: Basic …" as header text, as JSON and as an inspected object
  /(\bauthorization["']?\s*[:=]\s*)(?:["'][^"']*["']|(?:\w+\s+)?[^\s,;"'}\]]+)/gi,
  new RegExp(
    String.raw`((?:x-auth-token|x-2fa-code|pass(?:word|wd)?|api[-_]?key|auth[-_]?token|secret|token|\bkey)["']?\s*[:=]\s*)${QUOTED_OR_WORD}`,
    'gi',
  ),
  // https://name:password@host
  /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+(?=@)/gi,
];

export function createLog({ file, toConsole }: LogDeps): Log {
  const hidden = new Set<string>();
  const logger = electronLog.create({ logId: file });
  // electron-log asks for a name even where the path is given.
  logger.transports.file.setAppName('Whereabouts');
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = 1024 * 1024;
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.console.level = toConsole ? 'info' : false;
  logger.transports.file.level = 'info';
  logger.transports.remote.level = false;
  if (logger.transports.ipc) logger.transports.ipc.level = false;
  // Objects and errors are turned into text first, so that what is inside them is hidden as well.
  logger.hooks.push((message) => ({ ...message, data: [redact(message.data.map(print).join(' '), hidden)] }));

  return {
    info: (...parts) => logger.info(...parts),
    warn: (...parts) => logger.warn(...parts),
    error: (...parts) => logger.error(...parts),
    hide(secret) {
      if (secret.length < SHORTEST_HIDDEN) return;
      const base64 = Buffer.from(secret).toString('base64');
      const json = JSON.stringify(secret).slice(1, -1);
      for (const form of [secret, encodeURIComponent(secret), json, base64]) hidden.add(form);
    },
  };
}

function print(part: unknown): string {
  return typeof part === 'string' ? part : inspect(part, { depth: 5, breakLength: Number.POSITIVE_INFINITY });
}

function redact(text: string, hidden: ReadonlySet<string>): string {
  const longestFirst = [...hidden].sort((a, b) => b.length - a.length);
  const withoutHidden = longestFirst.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
  return NAMED_SECRETS.reduce((left, pattern) => left.replace(pattern, `$1${HIDDEN}`), withoutHidden);
}
