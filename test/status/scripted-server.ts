import type { Problem } from '../../electron/contract/problem.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { ReportedStatus, Status } from '../../electron/contract/status.ts';
import type { ChatServer, ServerEvent } from '../../electron/servers/chat-server.ts';

export const NOTHING: ReportedStatus = { emoji: null, text: '', availability: 'online', until: null };

/** A chat server in memory, at the interface of `servers/`: for the logic of `status/` alone. */
export interface ScriptedServer extends ChatServer {
  shown: ReportedStatus;
  writes: Status[];
  reads: number;
  /** The next answers of `writeStatus`; `null` writes as usual. */
  failures: Array<Problem | null>;
  /** Everything fails with this while it is not null. */
  down: Problem | null;
  /** While set, writes wait for it. */
  hold: Promise<void> | null;
  tell(event: ServerEvent): void;
  following: boolean;
}

export function createScriptedServer(options: { live: boolean }): ScriptedServer {
  let listener: ((event: ServerEvent) => void) | null = null;
  const server: ScriptedServer = {
    shown: NOTHING,
    writes: [],
    reads: 0,
    failures: [],
    down: null,
    hold: null,
    following: false,
    tell: (event) => listener?.(event),
    async readStatus() {
      server.reads += 1;
      return server.down === null ? { ok: true, value: server.shown } : { ok: false, problem: server.down };
    },
    async writeStatus(status): Promise<Result<ReportedStatus>> {
      await server.hold;
      const problem = server.down ?? server.failures.shift() ?? null;
      if (problem !== null) return { ok: false, problem };
      server.writes.push(status);
      server.shown = {
        emoji: status.emoji,
        text: status.text.trim(),
        availability: status.availability ?? server.shown.availability,
        until: null,
      };
      return { ok: true, value: server.shown };
    },
    clearedStatus: (_known, hadInvisible) => ({
      emoji: null,
      text: '',
      availability: hadInvisible ? 'online' : null,
      until: null,
      then: 'clear',
    }),
    holds: (status) => ({
      emoji: status.emoji === null ? '' : status.emoji.kind === 'unicode' ? status.emoji.value : status.emoji.name,
      text: status.text.trim(),
      availability: status.availability,
    }),
    readFacts: () => Promise.reject(new Error('not scripted')),
    readEmoji: () => Promise.reject(new Error('not scripted')),
    async signOut() {
      return { ok: true, value: null };
    },
    ...(options.live && {
      follow(next: (event: ServerEvent) => void) {
        listener = next;
        server.following = true;
        queueMicrotask(() => next({ kind: 'connected' }));
        return () => {
          listener = null;
          server.following = false;
        };
      },
    }),
  };
  return server;
}
