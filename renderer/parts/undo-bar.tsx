import { POPUP } from '../../electron/contract/languages/en/popup.ts';
import { undoText } from '../../electron/contract/texts/undo-texts.ts';
import { useAppState, usePopup } from '../popup-context.ts';
import { Button } from './button.tsx';

/** Offers to take the last change back, for as long as main does. The live region stands before it has words. */
export function UndoBar() {
  const popup = usePopup();
  const { undo } = useAppState();
  const open = undo !== null && undo.until > popup.now.value;
  return (
    <div class={open ? 'bar undo' : 'bar-empty'} role="status">
      {open && (
        <>
          <p>{undoText(undo)}</p>
          <Button onClick={() => void popup.run('undo', { undoId: undo.id })}>{POPUP.undo}</Button>
        </>
      )}
    </div>
  );
}
