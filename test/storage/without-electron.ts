import { registerHooks } from 'node:module';

// electron-store imports `electron`, which outside Electron is a program that downloads it.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== 'electron') return nextResolve(specifier, context);
    return { url: 'data:text/javascript,export default {}', shortCircuit: true };
  },
});
