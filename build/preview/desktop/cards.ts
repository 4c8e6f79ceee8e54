import type { DemoServerState, DesktopState, NotificationState } from '../stand-in/desktop-state.ts';
import type { Channel } from './channel.ts';
import { button, byId, element } from './element.ts';

const KINDS: Record<string, string> = { zulip: 'Zulip', 'rocket-chat': 'Rocket.Chat' };

function drawPerson(person: DemoServerState['people'][number]): HTMLElement {
  const end =
    person.until === null
      ? ''
      : ` · until ${new Date(person.until).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`;
  return element(
    'li',
    { 'aria-label': person.name },
    element('span', { class: 'emoji' }, person.emoji),
    element(
      'span',
      { class: 'who' },
      person.name,
      element('div', { class: 'quiet' }, `${person.text === '' ? 'no status' : person.text}${end}`),
    ),
    element('span', { class: 'quiet' }, person.availability),
  );
}

/** What each demo server now has for its people. */
export function drawServers(servers: DemoServerState[]): void {
  const nothing = element(
    'p',
    { class: 'quiet' },
    'Choose “Try it without an account” and what you set shows here as others see it.',
  );
  const drawn = servers.map((server) =>
    element(
      'article',
      { 'aria-label': server.organization },
      element(
        'h3',
        {},
        server.organization,
        element('span', { class: 'quiet' }, ` · ${KINDS[server.kind] ?? server.kind}`),
      ),
      element('ul', {}, ...server.people.map(drawPerson)),
    ),
  );
  byId('servers').replaceChildren(...(drawn.length === 0 ? [nothing] : drawn));
}

export function drawShortcuts(
  { accelerators, suspended }: DesktopState['shortcuts'],
  press: (accelerator: string) => void,
): void {
  const items = accelerators.map((accelerator) =>
    element(
      'li',
      {},
      button(accelerator, () => press(accelerator)),
      suspended ? ' silent while recording' : '',
    ),
  );
  byId('shortcuts').replaceChildren(
    ...(items.length === 0 ? [element('li', { class: 'quiet' }, 'None registered')] : items),
  );
}

/** What a right click on the app in the dock offers; not shown where there is no dock. */
export function drawDock(labels: string[], choose: (index: number) => void): void {
  const items = labels.map((label, index) =>
    element(
      'li',
      {},
      button(label, () => choose(index)),
    ),
  );
  byId('dock').replaceChildren(...items);
  (byId('dock').parentElement as HTMLElement).hidden = items.length === 0;
}

/** Notifications, and what the system would have opened. */
export function drawNotifications(notifications: NotificationState[], opened: string[], line: Channel): void {
  const shown = notifications.map(({ id, title, body, actions }) =>
    element(
      'div',
      { class: 'notification', role: 'status' },
      element('div', { class: 'title' }, title),
      element('p', {}, body),
      element(
        'p',
        { class: 'buttons' },
        ...actions.map((label, index) => button(label, () => line.act({ do: 'notification-action', id, index }))),
        button('Open', () => line.act({ do: 'click-notification', id })),
        button('Dismiss', () => line.act({ do: 'close-notification', id })),
      ),
    ),
  );
  const links = opened
    .slice(-3)
    .map((what) => element('div', { class: 'notification', role: 'status' }, `Would open ${what}`));
  byId('notifications').replaceChildren(...links, ...shown);
}
