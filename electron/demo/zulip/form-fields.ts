import type { DemoRequest } from '../http/exchange.ts';
import { Refusal } from './refusal.ts';

/** A request's parameters, from its query and its form. JSON bodies are not read: Zulip takes forms only. */
export interface FormFields {
  names(): string[];
  text(name: string): string | undefined;
  requiredText(name: string): string;
  /** Anything but text travels as JSON inside its field. */
  bool(name: string): boolean | undefined;
  integer(name: string): number | undefined;
  json(name: string): unknown;
}

export async function readFormFields(request: DemoRequest): Promise<FormFields> {
  const fields = new Map(request.query);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(request.body.toString('utf8'))) fields.set(name, value);
  } else if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) if (typeof value === 'string') fields.set(name, value);
  }

  function json(name: string): unknown {
    const raw = fields.get(name);
    if (raw === undefined) return undefined;
    try {
      return JSON.parse(raw) as unknown;
    } catch {
      throw new Refusal(`${name} is not valid JSON`);
    }
  }

  return {
    names: () => [...fields.keys()],
    text: (name) => fields.get(name),
    requiredText: (name) => {
      const value = fields.get(name);
      if (value === undefined) {
        throw new Refusal(`Missing '${name}' argument`, 'REQUEST_VARIABLE_MISSING', 400, { var_name: name });
      }
      return value;
    },
    bool: (name) => {
      const value = json(name);
      if (value !== undefined && typeof value !== 'boolean') throw new Refusal(`${name} is not a boolean`);
      return value;
    },
    integer: (name) => {
      const value = json(name);
      if (value === undefined) return undefined;
      if (typeof value !== 'number' || !Number.isInteger(value)) throw new Refusal(`${name} is not an integer`);
      return value;
    },
    json,
  };
}
