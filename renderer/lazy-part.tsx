import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface LazyPart<P extends object> {
  /** Draws the stand-in until its code is there. */
  Part: ComponentType<P>;
  /** Reads the code ahead, so that showing the part takes no longer than any other. */
  preload(): Promise<void>;
}

/** A part of the popup whose code is not read before it is drawn or preloaded, so that it costs the first frame nothing. */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  standIn: VNode | null = null,
): LazyPart<P> {
  let loaded: ComponentType<P> | null = null;
  const preload = async () => {
    loaded ??= await load();
  };

  function Part(props: P) {
    const [Loaded, setLoaded] = useState<{ Part: ComponentType<P> } | null>(loaded && { Part: loaded });
    useEffect(() => {
      let gone = false;
      void preload().then(() => {
        if (!gone && loaded !== null) setLoaded({ Part: loaded });
      });
      return () => {
        gone = true;
      };
    }, []);
    return Loaded === null ? standIn : <Loaded.Part {...props} />;
  }

  return { Part, preload };
}
