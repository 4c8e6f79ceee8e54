import type { ReportedStatus, Status } from '../contract/status.ts';
import type { ChatServer } from '../servers/chat-server.ts';

/** Whether a server that reports `found` still shows what was set; an availability that is not known counts as the same. */
export function stillShows(server: Pick<ChatServer, 'holds'>, found: ReportedStatus, set: Status): boolean {
  const [now, then] = [server.holds(found), server.holds(set)];
  const isSameChoice =
    now.availability === null || then.availability === null || now.availability === then.availability;
  return now.emoji === then.emoji && now.text === then.text && isSameChoice;
}
