import { EventEmitter } from 'node:events';
import type * as E from 'electron';
import type { NotificationState } from './desktop-state.ts';
import type { World } from './world.ts';

export interface Notifications {
  Notification: new (
    options?: E.NotificationConstructorOptions,
  ) => EventEmitter & Pick<E.Notification, 'show' | 'close' | 'title' | 'body'>;
  state(): NotificationState[];
  click(id: number): void;
  close(id: number): void;
  choose(id: number, actionIndex: number): void;
}

export function createNotifications(world: World): Notifications {
  const shown = new Map<number, Notification>();

  class Notification extends EventEmitter {
    readonly number = world.nextId();
    title: string;
    body: string;
    actions: { text?: string }[];

    static isSupported(): boolean {
      return true;
    }

    static removeAll(): void {
      for (const notification of [...shown.values()]) notification.close();
    }

    constructor(options: E.NotificationConstructorOptions = {}) {
      super();
      if (!world.ready) throw new Error('Cannot create Notification before app is ready');
      this.title = options.title ?? '';
      this.body = options.body ?? '';
      this.actions = options.actions ?? [];
    }

    show(): void {
      shown.set(this.number, this);
      world.changed();
      this.emit('show', {});
    }

    close(): void {
      if (!shown.delete(this.number)) return;
      world.changed();
      this.emit('close', {});
    }
  }

  return {
    Notification,
    state: () =>
      [...shown.values()].map(({ number, title, body, actions }) => ({
        id: number,
        title,
        body,
        actions: actions.map((action) => action.text ?? ''),
      })),
    click: (id) => {
      const notification = shown.get(id);
      notification?.emit('click', {});
      notification?.close();
    },
    close: (id) => shown.get(id)?.close(),
    choose: (id, actionIndex) => {
      const notification = shown.get(id);
      notification?.emit('action', { actionIndex, selectionIndex: -1 }, actionIndex, -1);
      notification?.close();
    },
  };
}
