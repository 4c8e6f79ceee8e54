import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface LazyScreen<P extends object> {
  /** Empty until its code is there. */
  Screen: ComponentType<P>;
  /** Reads the code ahead, so that opening the screen takes one frame. */
  preload(): Promise<void>;
}

/** A screen whose code is not read before it is opened or preloaded, so that it costs the first frame nothing. */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>): LazyScreen<P> {
  let loaded: ComponentType<P> | null = null;
  const preload = async () => {
    loaded ??= await load();
  };

  function Screen(props: P) {
    const [Loaded, setLoaded] = useState<{ Screen: ComponentType<P> } | null>(loaded && { Screen: loaded });
    useEffect(() => {
      let gone = false;
      void preload().then(() => {
        if (!gone && loaded !== null) setLoaded({ Screen: loaded });
      });
      return () => {
        gone = true;
      };
    }, []);
    return Loaded === null ? <main class="page" /> : <Loaded.Screen {...props} />;
  }

  return { Screen, preload };
}
