import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A screen whose code is read when it is first opened, so that it costs nothing at start. Empty until then. */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function LazyScreen(props: P) {
    const [loaded, setLoaded] = useState<{ Screen: ComponentType<P> } | null>(null);
    useEffect(() => {
      let gone = false;
      void load().then((Screen) => {
        if (!gone) setLoaded({ Screen });
      });
      return () => {
        gone = true;
      };
    }, []);
    return loaded === null ? <main class="page" /> : <loaded.Screen {...props} />;
  };
}
