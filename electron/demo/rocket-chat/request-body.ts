import type { DemoRequest } from '../http/exchange.ts';
import { schemaFailure } from './refusal.ts';

export type Body = Record<string, unknown>;

/** JSON or a form; any other content type reads as an empty object, as on the real server. */
export function readBody(request: DemoRequest): Body {
  const type = request.headers['content-type'] ?? '';
  const text = request.body.toString('utf8');
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  if (!type.startsWith('application/json') || text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Body) : {};
  } catch {
    return {};
  }
}

interface StringField {
  required?: boolean;
  oneOf?: readonly string[];
  minLength?: number;
}

/**
 * Checks and converts as the server's JSON schemas do: numbers, booleans and null become text, unknown properties are
 * refused. Every field is text.
 */
export function checkFields<Name extends string>(
  body: Body,
  fields: Record<Name, StringField>,
  where: 'body' | 'query' = 'body',
): Partial<Record<Name, string>> {
  const problems: string[] = [];
  const checked: Partial<Record<Name, string>> = {};
  for (const [name, field] of Object.entries(fields) as [Name, StringField][]) {
    const value = body[name];
    if (value === undefined) {
      if (field.required) problems.push(`must have required property '${name}'`);
      continue;
    }
    if (typeof value === 'object' && value !== null) problems.push('must be string');
    const text = value === null ? '' : String(value);
    checked[name] = text;
    if (field.oneOf !== undefined && !field.oneOf.includes(text)) {
      problems.push('must be equal to one of the allowed values');
    }
    if (text.length < (field.minLength ?? 0)) {
      problems.push(`must NOT have fewer than ${field.minLength} characters`);
    }
  }
  if (Object.keys(body).some((name) => !(name in fields))) problems.push('must NOT have additional properties');
  if (problems.length > 0) throw schemaFailure(problems, where);
  return checked;
}
