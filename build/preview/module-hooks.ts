import { registerHooks } from 'node:module';

const standIn = new URL('./stand-in/electron-main.ts', import.meta.url).href;
const STOOD_IN = new Set(['electron', 'electron/main', 'electron/common']);

/** From now on every `import` and `require` of Electron in this process gets the stand-in. */
export function resolveElectronToStandIn(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      STOOD_IN.has(specifier)
        ? { url: standIn, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}
