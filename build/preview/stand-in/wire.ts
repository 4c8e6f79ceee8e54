/**
 * Carries structured-clone values as text between the page and the stand-in. JSON alone would lose `undefined`, dates,
 * maps, sets, bytes and the odd numbers, which Electron's IPC keeps.
 */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const TAG = '$';

function pack(value: unknown): Json {
  if (value === undefined) return { [TAG]: 'undefined' };
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { [TAG]: 'number', of: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (typeof value === 'bigint') return { [TAG]: 'bigint', of: String(value) };
  if (Array.isArray(value)) return value.map(pack);
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  switch (kind) {
    case 'Date':
      return { [TAG]: 'date', of: pack((value as Date).getTime()) };
    case 'Map':
      return { [TAG]: 'map', of: [...(value as Map<unknown, unknown>)].map(([key, item]) => [pack(key), pack(item)]) };
    case 'Set':
      return { [TAG]: 'set', of: [...(value as Set<unknown>)].map(pack) };
    case 'Uint8Array':
      return { [TAG]: 'bytes', of: [...(value as Uint8Array)] };
    case 'Error':
      return { [TAG]: 'error', of: [(value as Error).name, (value as Error).message] };
    case 'Object': {
      const entries = Object.entries(value as object).map(([key, item]): [string, Json] => [key, pack(item)]);
      return Object.hasOwn(value as object, TAG) ? { [TAG]: 'object', of: entries } : Object.fromEntries(entries);
    }
    default:
      throw new TypeError(`not stood in: a ${kind} over IPC`);
  }
}

function unpack(json: Json): unknown {
  if (Array.isArray(json)) return json.map(unpack);
  if (json === null || typeof json !== 'object') return json;
  if (!Object.hasOwn(json, TAG))
    return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, unpack(item)]));
  const of = json.of as never;
  switch (json[TAG]) {
    case 'number':
      return Number(of);
    case 'bigint':
      return BigInt(of);
    case 'date':
      return new Date(unpack(of) as number);
    case 'map':
      return new Map((of as [Json, Json][]).map(([key, item]) => [unpack(key), unpack(item)]));
    case 'set':
      return new Set((of as Json[]).map(unpack));
    case 'bytes':
      return Uint8Array.from(of as number[]);
    case 'error':
      return Object.assign(new Error(of[1]), { name: of[0] });
    case 'object':
      return Object.fromEntries((of as [string, Json][]).map(([key, item]) => [key, unpack(item)]));
    default:
      return undefined;
  }
}

/** Throws a `DataCloneError` for what structured clone refuses, as Electron's IPC does. */
export function encode(value: unknown): string {
  try {
    return JSON.stringify(pack(structuredClone(value)));
  } catch (error) {
    if (error instanceof DOMException) throw new Error('An object could not be cloned.');
    throw error;
  }
}

export function decode(text: string): unknown {
  return unpack(JSON.parse(text) as Json);
}
