import { fail, ok, type Result } from '../../contract/result.ts';
import { bareUrl, parseServerAddress } from '../server-address.ts';

export interface Zuliprc {
  login: string;
  apiKey: string;
  url: string;
  /** Options that are in the file and not obeyed: certificates come from the system and are always checked. */
  ignored: string[];
}

const NOT_OBEYED = ['cert_bundle', 'client_cert', 'client_cert_key'];

/** Reads the file that Zulip's settings offer for download: the `[api]` section of an INI file. https://zulip.com/api/configuring-python-bindings */
export function parseZuliprc(text: string): Result<Zuliprc> {
  const options = apiSection(text);
  if (!options) return fail({ code: 'zuliprc-invalid', missing: 'api' });
  const login = options.get('email') ?? '';
  const apiKey = options.get('key') ?? '';
  if (login === '') return fail({ code: 'zuliprc-invalid', missing: 'email' });
  if (apiKey === '') return fail({ code: 'zuliprc-invalid', missing: 'key' });
  const site = parseServerAddress(options.get('site') ?? '');
  if (!site.ok) {
    return site.problem.code === 'address-insecure' ? site : fail({ code: 'zuliprc-invalid', missing: 'site' });
  }
  const [url] = site.value;
  if (!url) return fail({ code: 'zuliprc-invalid', missing: 'site' });
  const ignored = NOT_OBEYED.filter((name) => options.has(name));
  if (options.get('insecure')?.toLowerCase() === 'true') ignored.unshift('insecure');
  return ok({ login, apiKey, url: bareUrl(new URL(url.origin)), ignored });
}

function apiSection(text: string): Map<string, string> | null {
  let section = '';
  let options: Map<string, string> | null = null;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const heading = /^\s*\[([^\]]*)\]/.exec(line);
    if (heading) section = (heading[1] ?? '').trim();
    if (section !== 'api') continue;
    options ??= new Map();
    const option = /^\s*([^=:;#[\s][^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (option?.[1] !== undefined && option[2] !== undefined) options.set(option[1].toLowerCase(), option[2]);
  }
  return options;
}
