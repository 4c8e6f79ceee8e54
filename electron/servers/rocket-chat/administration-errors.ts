import type { Problem } from '../../contract/problem.ts';
import { forbiddenCharacters } from '../../contract/workspace-status-name.ts';
import type { JsonReply } from '../http.ts';
import { errorToken, rocketChatProblem } from './errors.ts';

interface Details {
  field?: unknown;
  input?: unknown;
}

/** What was asked for, so that a refusal can be told in its terms. */
export interface AskedStatus {
  name: string;
  type: string;
}

/**
 * A refusal of `custom-user-status.*`: https://developer.rocket.chat/apidocs/create-custom-user-status. Beyond what is
 * documented, 8.x checks bodies with a schema, and the lack of a permission is `not_authorized` at HTTP 400.
 */
export function customStatusProblem(reply: JsonReply, asked: AskedStatus): Problem {
  const { details, error } = (reply.body ?? {}) as { details?: Details; error?: unknown };
  const words = typeof error === 'string' ? error : '';
  switch (errorToken(reply)) {
    case 'error-the-field-is-required':
      return { code: 'workspace-status-name-empty' };
    case 'Custom_User_Status_Error_Name_Already_In_Use':
      return { code: 'workspace-status-name-in-use', name: asked.name };
    case 'Custom_User_Status_Error_Invalid_User_Status':
      return { code: 'workspace-status-gone' };
    case 'error-input-is-not-a-valid-field':
      return invalidInput(details ?? {}, asked);
    case 'error-creating-custom-user-status':
    case 'error-updating-custom-user-status':
      return { code: 'workspace-status-not-confirmed' };
  }
  if (/^No custom user status found/.test(words)) return { code: 'workspace-status-gone' };
  if (/required property 'name'|^Match error: .*\bname\b/.test(words)) {
    return { code: 'workspace-status-name-empty' };
  }
  return rocketChatProblem(reply, 'signed-out');
}

function invalidInput({ field, input }: Details, asked: AskedStatus): Problem {
  const given = typeof input === 'string' ? input : null;
  if (field === 'StatusType') return { code: 'workspace-status-type-invalid', type: given ?? asked.type };
  const characters = forbiddenCharacters(given ?? asked.name) || `> < & " '`;
  return { code: 'workspace-status-name-forbidden-characters', characters };
}

/** A refusal of `users.setStatus` and of reading, for somebody else: https://developer.rocket.chat/apidocs/set-user-status */
export function otherPersonProblem(reply: JsonReply): Problem {
  const { error } = (reply.body ?? {}) as { error?: unknown };
  const isUnknown = errorToken(reply) === 'error-invalid-user' || /^User not found/.test(String(error ?? ''));
  return isUnknown ? { code: 'person-unknown' } : rocketChatProblem(reply, 'signed-out');
}
