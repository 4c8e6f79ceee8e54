/** What the preview's page shows; sent to it as JSON each time something changes. */
export interface DesktopState {
  appName: string;
  platform: 'linux' | 'win32' | 'darwin';
  quit: boolean;
  online: boolean;
  asleep: boolean;
  tray: TrayState | null;
  menu: MenuState | null;
  windows: WindowState[];
  notifications: NotificationState[];
  shortcuts: { accelerators: string[]; suspended: boolean };
  dialogs: DialogState[];
  /** Addresses and folders that the system would have opened, the newest last. */
  opened: string[];
  /** The text in the clipboard. */
  clipboard: string;
  /** What a right click on the app in the macOS dock offers. */
  dock: string[];
  servers: DemoServerState[];
}

export interface TrayState {
  tooltip: string;
  title: string;
  /** A `data:` URL. */
  icon: string;
  template: boolean;
}

export interface MenuState {
  items: MenuItemState[];
}

export interface MenuItemState {
  type: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio' | 'header' | 'palette';
  label: string;
  sublabel: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  accelerator: string | null;
  icon: string | null;
  submenu: MenuState | null;
}

export interface WindowState {
  id: number;
  title: string;
  visible: boolean;
  focused: boolean;
  bounds: { x: number; y: number; width: number; height: number };
  backgroundColor: string;
  /** The path on the preview server where the window's page is; null before it loads one. */
  frame: string | null;
  /** Grows with each loading of the page. */
  loads: number;
  /** True where main listens to `before-input-event`. */
  watchesKeys: boolean;
}

export interface NotificationState {
  id: number;
  title: string;
  body: string;
  actions: string[];
}

export type DialogState =
  | { id: number; kind: 'open'; title: string; buttonLabel: string; extensions: string[]; multiple: boolean }
  | { id: number; kind: 'save'; title: string; buttonLabel: string; folder: string; name: string }
  | {
      id: number;
      kind: 'message';
      message: string;
      detail: string;
      buttons: string[];
      cancelId: number;
      checkbox: string | null;
    };

/** What a demo server tells at `/demo/people.json`. */
export interface DemoServerState {
  url: string;
  organization: string;
  kind: string;
  people: { name: string; emoji: string; text: string; availability: string; until: number | null }[];
}

/** What a user does on the page. */
export type DesktopAction =
  | { do: 'click-tray'; button: 'left' | 'right' | 'middle'; double?: boolean }
  | { do: 'choose-menu-item'; path: number[] }
  | { do: 'close-menu' }
  | { do: 'press-shortcut'; accelerator: string }
  | { do: 'blur-window'; windowId: number }
  | { do: 'focus-window'; windowId: number }
  | { do: 'close-window'; windowId: number }
  | { do: 'frame-loaded'; windowId: number }
  | {
      do: 'key';
      windowId: number;
      input: {
        type: 'keyDown' | 'keyUp';
        key: string;
        code: string;
        control: boolean;
        shift: boolean;
        alt: boolean;
        meta: boolean;
      };
    }
  | { do: 'click-notification' | 'close-notification'; id: number }
  | { do: 'choose-dock-item'; index: number }
  | { do: 'notification-action'; id: number; index: number }
  | { do: 'answer-message'; id: number; response: number; checked: boolean }
  | { do: 'answer-open'; id: number; paths: string[] | null }
  | { do: 'answer-save'; id: number; name: string | null }
  | { do: 'sleep' | 'go-offline' | 'go-online' | 'quit' }
  /** After so many milliseconds of sleep, by the computer's clocks; none when left out. */
  | { do: 'wake'; sleptMs?: number }
  | { do: 'set-clock'; byMs: number }
  /** As macOS hands over a link; elsewhere the system starts the app with it once more. */
  | { do: 'open-url'; url: string }
  | { do: 'theme'; dark: boolean }
  | { do: 'screen'; width: number; height: number };
