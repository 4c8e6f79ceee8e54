import type { Pickable } from './emoji-index.ts';

/** The pictures of organisations' own emoji in cells of the grid. */
export interface Pictures {
  show(cell: HTMLElement, one: Pickable): void;
  /** In place of a picture that can't be shown; from now on at once. */
  showLetters(cell: HTMLElement, one: Pickable): void;
}

export function createPictures(): Pictures {
  const broken = new Set<string>();
  return {
    show(cell, one) {
      if (one.picture === null || broken.has(one.picture)) cell.replaceChildren(letters(one.name));
      else showPicture(cell, one.picture, one.stillPicture);
    },
    showLetters(cell, one) {
      if (one.picture !== null) broken.add(one.picture);
      cell.replaceChildren(letters(one.name));
    },
  };
}

function showPicture(cell: HTMLElement, picture: string, still: string | null): void {
  const there = cell.firstElementChild;
  if (there instanceof HTMLImageElement && still === null) {
    if (there.getAttribute('src') !== picture) there.src = picture;
    return;
  }
  const image = document.createElement('img');
  image.className = 'emoji-picture';
  image.alt = '';
  image.draggable = false;
  image.decoding = 'async';
  image.src = picture;
  if (still === null) {
    cell.replaceChildren(image);
    return;
  }
  const source = document.createElement('source');
  source.media = '(prefers-reduced-motion: reduce)';
  source.srcset = still;
  const either = document.createElement('picture');
  either.append(source, image);
  cell.replaceChildren(either);
}

/** A few letters of its name. The cell has the whole name. */
function letters(name: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'emoji-letters';
  element.setAttribute('aria-hidden', 'true');
  element.textContent = name.slice(0, 3);
  return element;
}
