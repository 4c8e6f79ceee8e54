import { inEveryLanguage } from './launcher-words.ts';

// How the app is packaged. No `publish`: nothing is uploaded, and the app asks no server for updates.

// Electron is not fused at its download: these close ways to run other code in the packaged app's name.
// https://www.electronjs.org/docs/latest/tutorial/fuses
export const FUSES = {
  runAsNode: false,
  // The popup has no cookies; switching this on would add a keychain prompt on macOS.
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  // Also what Playwright attaches by: the specs run on Electron before it is packaged.
  enableNodeCliInspectArguments: false,
  // Checked on macOS and Windows; Linux ignores it.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  // The popup is served by its own protocol, never from file://.
  grantFileProtocolExtraPrivileges: false,
};

/** The languages that the texts of Chromium itself (context menus, spelling) come in: those that the app speaks. */
const LANGUAGES = [
  ...['en-US', 'ar', 'de', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'ko', 'nl', 'pl', 'pt-BR', 'ru', 'tr', 'uk'],
  ...['zh-CN', 'zh-TW'],
];

/**
 * What goes into the app. Keytar is the only package outside of the bundle; electron-builder takes production packages
 * whole and only lets files be left out: here all that does not run. A list of a system is complete by itself: one
 * that only leaves out would take in the whole repository.
 * @param {string} prebuilt pattern of the folder that holds keytar's binary for the system
 */
function filesWith(prebuilt) {
  return [
    'out/**',
    'package.json',
    // Read while running; the app's own icons in assets/ are only for the packages.
    'assets/tray/*.{png,ico}',
    '!out/**/*.map',
    '!node_modules/keytar/{build,script,src}{,/**}',
    '!node_modules/keytar/binding.gyp',
    `!node_modules/keytar/prebuilds/!(${prebuilt}){,/**}`,
    // Headers that keytar is compiled with.
    '!node_modules/node-addon-api{,/**}',
  ];
}

/**
 * The app's binary can't be called in a terminal by itself: on Windows it has no console, on macOS it lies deep inside
 * the app. On Linux it is its own command, which the packages link to from /usr/bin.
 * @param {string} name
 */
function launcher(name) {
  return [{ from: `build/launchers/${name}`, to: `bin/${name}` }];
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.whereabouts.Whereabouts',
  productName: 'Whereabouts',
  copyright: 'Copyright © The Whereabouts authors',
  directories: { output: 'dist', buildResources: 'assets' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own notation
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  asar: true,
  asarUnpack: ['**/*.node'],
  electronLanguages: LANGUAGES,
  electronFuses: FUSES,
  // Keytar carries a prebuilt Node-API binary for each system, which needs no rebuilding for Electron.
  npmRebuild: false,
  allowMissingDependencies: false,
  publish: null,
  protocols: [{ name: 'Whereabouts', schemes: ['whereabouts'] }],
  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.social-networking',
    icon: 'assets/icon.icns',
    // Both processors' binaries lie in both halves of the universal app and are not to be merged.
    files: filesWith('darwin-*'),
    x64ArchFiles: '**/node_modules/keytar/prebuilds/**',
    extraResources: launcher('whereabouts'),
    // Lives in the menu bar only: no icon in the dock.
    extendInfo: { LSUIElement: true },
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'assets/icon.ico',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own notation
    files: filesWith('win32-${arch}'),
    extraResources: launcher('whereabouts.cmd'),
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  linux: {
    target: ['AppImage', 'deb', 'rpm'],
    icon: 'assets/icon.png',
    category: 'Network;InstantMessaging;',
    executableName: 'whereabouts',
    // The desktop file is named after package.json's `desktopName`: portals find the app by it.
    syncDesktopName: true,
    // What a right click on the app offers. Presets are not known here: the app writes an entry of the user's own when asked.
    desktop: {
      // electron-builder writes the actions but does not list them, and what is not listed is not offered.
      entry: { Actions: 'open;clear;', ...inEveryLanguage('Comment', 'comment') },
      desktopActions: {
        open: { ...inEveryLanguage('Name', 'open'), Exec: 'whereabouts' },
        clear: { ...inEveryLanguage('Name', 'clear'), Exec: 'whereabouts clear' },
      },
    },
    maintainer: 'The Whereabouts authors <authors@whereabouts.example>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own notation
    files: filesWith('linux-${arch}'),
  },
  // Electron's own needs as electron-builder lists them, with libsecret for the keychain.
  deb: {
    depends: [
      'libgtk-3-0',
      'libnotify4',
      'libnss3',
      'libxss1',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0',
      'libuuid1',
      'libsecret-1-0',
    ],
    recommends: ['libappindicator3-1', 'gnome-keyring'],
  },
  rpm: {
    depends: [
      'gtk3',
      'libnotify',
      'nss',
      'libXScrnSaver',
      '(libXtst or libXtst6)',
      'xdg-utils',
      'at-spi2-core',
      '(libuuid or libuuid1)',
      'libsecret',
    ],
  },
};
