import { z } from 'zod';

/** What could be saved of a value: `found` false means nothing; `whole` false means that something was left out. */
export interface Salvaged {
  found: boolean;
  whole: boolean;
  value: unknown;
}

/** Keeps what fits of `value`: all of it, or the items of a list, or the entries of a record, that fit by themselves. */
export function salvage(schema: z.core.$ZodType, value: unknown): Salvaged {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return { found: true, whole: true, value: parsed.data };
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return salvage(schema.unwrap(), value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return { found: true, whole: false, value: fittingItems(schema.element, value) };
  }
  if (schema instanceof z.ZodRecord && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { found: true, whole: false, value: fittingEntries(schema.valueType, value) };
  }
  return { found: false, whole: false, value: undefined };
}

function fittingItems(element: z.core.$ZodType, items: unknown[]): unknown[] {
  return items.flatMap((item) => {
    const parsed = z.safeParse(element, item);
    return parsed.success ? [parsed.data] : [];
  });
}

function fittingEntries(valueType: z.core.$ZodType, record: object): Record<string, unknown> {
  const fitting = Object.entries(record).flatMap(([key, value]): [string, unknown][] => {
    const parsed = z.safeParse(valueType, value);
    return parsed.success ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(fitting);
}
