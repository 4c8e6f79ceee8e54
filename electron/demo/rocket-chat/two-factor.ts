import { randomInt } from 'node:crypto';
import type { RocketPerson, Workspace } from './workspace.ts';

const MAIL_CODE_LIFE_MS = 60 * 60_000;
const MAX_WRONG_CODES = 5;

export interface TwoFactorProblem {
  code: 'totp-required' | 'totp-invalid' | 'totp-max-attempts';
  text: string;
  details: Record<string, unknown>;
}

/** Codes from an authenticator app or by mail. */
export interface TwoFactor {
  /** null when the code is right or none is needed. Mails a code where one is needed and none is under way. */
  check(person: RocketPerson, code: string | undefined, method: unknown): TwoFactorProblem | null;
  /** Mails another code. */
  sendCode(emailOrUsername: string): void;
}

interface Sent {
  code: string;
  expiresAt: number;
}

export function createTwoFactor(workspace: Workspace): TwoFactor {
  const sent = new Map<string, Sent[]>();
  const wrong = new Map<string, number>();

  const valid = (person: RocketPerson) =>
    (sent.get(person.id) ?? []).filter(({ expiresAt }) => expiresAt > workspace.clock());

  function mail(person: RocketPerson): void {
    const code = String(randomInt(100_000, 1_000_000));
    sent.set(person.id, [...valid(person), { code, expiresAt: workspace.clock() + MAIL_CODE_LIFE_MS }]);
    wrong.delete(person.id);
    workspace.mailbox.push({ to: person.email, code });
  }

  return {
    check: (person, code, wantedMethod) => {
      if (person.twoFactor === 'none') return null;
      const method = wantedMethod === 'email' || person.twoFactor === 'email' ? 'email' : 'totp';
      if (code === undefined || code === '') {
        const isNew = method === 'email' && valid(person).length === 0;
        if (isNew) mail(person);
        return {
          code: 'totp-required',
          text: 'TOTP Required',
          details: detailsOf(person, method, isNew, valid(person)),
        };
      }
      if ((wrong.get(person.id) ?? 0) >= MAX_WRONG_CODES) {
        return { code: 'totp-max-attempts', text: 'TOTP Maximum Failed Attempts Reached', details: { method } };
      }
      const right =
        method === 'totp' ? code === workspace.switches.totpCode : valid(person).some((entry) => entry.code === code);
      if (!right) {
        wrong.set(person.id, (wrong.get(person.id) ?? 0) + 1);
        return { code: 'totp-invalid', text: 'TOTP Invalid', details: { method } };
      }
      wrong.delete(person.id);
      sent.delete(person.id);
      return null;
    },
    sendCode: (emailOrUsername) => {
      const person = workspace.people.find(({ email, username }) => [email, username].includes(emailOrUsername));
      if (person !== undefined && person.twoFactor !== 'none') mail(person);
    },
  };
}

function detailsOf(person: RocketPerson, method: string, codeGenerated: boolean, codes: Sent[]) {
  const availableMethods = person.twoFactor === 'totp' ? ['totp', 'email'] : ['email'];
  if (method === 'totp') return { method, codeGenerated: false, availableMethods };
  const codeExpires = codes.map(({ expiresAt }) => new Date(expiresAt).toISOString());
  return { method, codeGenerated, codeCount: codes.length, codeExpires, availableMethods };
}
