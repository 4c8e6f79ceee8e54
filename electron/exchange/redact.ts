import type { AppState } from '../contract/app-state.ts';

/** Shorter ones would take ordinary letters out of everything. */
const SHORTEST = 3;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ADDRESS = /\b(?:https?|wss?):\/\/[^\s"'<>)\]}]+/gi;
const IP = /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g;
/** `chat.example.org`, but not a file's name or a part of a program. */
const HOST =
  /\b(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?!(?:js|ts|mjs|cjs|json|log|node|asar|css|html|so|dll)\b)[a-z]{2,}\b/gi;

export interface RedactOptions {
  /** Keeps servers' addresses; everything else is replaced all the same. */
  withAddresses: boolean;
  /** The user's home folder; it often has their name in it. */
  home: string;
}

/** Answers a function that puts stand-ins in the place of names, addresses and texts; the same one for the same thing. */
export function createRedaction(state: AppState, { withAddresses, home }: RedactOptions): (text: string) => string {
  const known = new Map<string, string>();
  const hide = (value: string | null | undefined, standIn: string) => {
    const text = value?.trim() ?? '';
    if (text.length >= SHORTEST && !known.has(text)) known.set(text, standIn);
  };
  state.accounts.forEach(({ login, fullName, userId, serverUrl, serverName, ...account }, index) => {
    hide(login, `‹login ${index + 1}›`);
    hide(fullName, `‹name ${index + 1}›`);
    if (userId.length > 5) hide(userId, `‹user id ${index + 1}›`);
    if (!withAddresses) for (const form of addressForms(serverUrl)) hide(form, `‹server ${index + 1}›`);
    if (!withAddresses) hide(serverName, `‹server ${index + 1}›`);
    for (const text of [account.reported?.text, account.desired?.text]) hide(text, '‹text›');
    for (const { name } of account.workspaceStatuses) hide(name, '‹text›');
  });
  for (const { text } of [...state.presets, ...state.recents, ...state.teamPresets.presets]) hide(text, '‹text›');
  for (const { fullName, userName, email } of state.peopleJobs.flatMap(({ people }) => people)) {
    for (const name of [fullName, userName, email]) hide(name, '‹person›');
  }
  hide(home, '~');
  hide(home.split(/[\\/]/).at(-1), '‹me›');
  const longestFirst = [...known].sort(([one], [other]) => other.length - one.length);

  return (text) => {
    const left = longestFirst.reduce((rest, [word, standIn]) => rest.replaceAll(word, standIn), text);
    const noMails = left.replace(EMAIL, '‹e-mail›');
    if (withAddresses) return noMails;
    return noMails.replace(ADDRESS, '‹address›').replace(IP, '‹address›').replace(HOST, '‹address›');
  };
}

function addressForms(serverUrl: string): string[] {
  const url = URL.parse(serverUrl);
  return url === null ? [serverUrl] : [serverUrl, url.host, url.hostname];
}
