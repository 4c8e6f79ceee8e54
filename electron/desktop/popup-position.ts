import type { Point, Rectangle, Size } from 'electron/main';

export interface PopupPlace {
  platform: NodeJS.Platform;
  popup: Size;
  /** The tray icon's bounds; null or all zero: unknown, as always on Linux. */
  tray: Rectangle | null;
  /** Where the mouse is when a click opened the popup; null or 0,0: unknown, as always on Wayland. */
  cursor: Point | null;
  display: { bounds: Rectangle; workArea: Rectangle };
}

const GAP = 6;

type Edge = 'top' | 'bottom' | 'left' | 'right';

export function isKnown(bounds: Rectangle | null): bounds is Rectangle {
  return bounds !== null && (bounds.x !== 0 || bounds.y !== 0 || bounds.width !== 0 || bounds.height !== 0);
}

/** The popup's top left corner in whole screen points: at the tray icon, else at the mouse, else in the corner where trays are. */
export function popupPosition(place: PopupPlace): Point {
  const { platform, popup, tray, cursor, display } = place;
  const anchor = anchorOf(tray, cursor);
  if (!anchor) return cornerOf(platform, popup, display.workArea);
  const edge = platform === 'darwin' ? 'top' : barEdge(centre(anchor), display);
  return clamp(besideEdge(edge, anchor, popup, display.workArea), popup, display.workArea);
}

function anchorOf(tray: Rectangle | null, cursor: Point | null): Rectangle | null {
  if (isKnown(tray)) return tray;
  if (cursor === null || (cursor.x === 0 && cursor.y === 0)) return null;
  return { ...cursor, width: 0, height: 0 };
}

function centre(rectangle: Rectangle): Point {
  return { x: rectangle.x + rectangle.width / 2, y: rectangle.y + rectangle.height / 2 };
}

/** The edge with the bar. Only edges that a bar takes room from count, if there are such: in a corner two are near. */
function barEdge(point: Point, { bounds, workArea }: PopupPlace['display']): Edge {
  const edges: { edge: Edge; distance: number; bar: number }[] = [
    {
      edge: 'bottom',
      distance: bounds.y + bounds.height - point.y,
      bar: bounds.y + bounds.height - workArea.y - workArea.height,
    },
    { edge: 'top', distance: point.y - bounds.y, bar: workArea.y - bounds.y },
    {
      edge: 'right',
      distance: bounds.x + bounds.width - point.x,
      bar: bounds.x + bounds.width - workArea.x - workArea.width,
    },
    { edge: 'left', distance: point.x - bounds.x, bar: workArea.x - bounds.x },
  ];
  const withBar = edges.filter(({ bar }) => bar > 0);
  const candidates = withBar.length > 0 ? withBar : edges;
  return candidates.reduce((nearest, next) => (next.distance < nearest.distance ? next : nearest)).edge;
}

/** Against the work area's side and not the icon's: in the overflow flyout the icon is far from the bar. */
function besideEdge(edge: Edge, anchor: Rectangle, popup: Size, area: Rectangle): Point {
  const middle = centre(anchor);
  const x = middle.x - popup.width / 2;
  const y = middle.y - popup.height / 2;
  switch (edge) {
    case 'top':
      return { x, y: Math.max(area.y, anchor.y + anchor.height) + GAP };
    case 'bottom':
      return { x, y: area.y + area.height - popup.height - GAP };
    case 'left':
      return { x: area.x + GAP, y };
    case 'right':
      return { x: area.x + area.width - popup.width - GAP, y };
  }
}

function cornerOf(platform: NodeJS.Platform, popup: Size, area: Rectangle): Point {
  const bottom = platform === 'win32';
  const corner = {
    x: area.x + area.width - popup.width - GAP,
    y: bottom ? area.y + area.height - popup.height - GAP : area.y + GAP,
  };
  return clamp(corner, popup, area);
}

/** `setPosition` wants integers. Where the popup is larger than the area its top left corner stays visible. */
function clamp(point: Point, popup: Size, area: Rectangle): Point {
  const x = Math.max(area.x, Math.min(point.x, area.x + area.width - popup.width));
  const y = Math.max(area.y, Math.min(point.y, area.y + area.height - popup.height));
  return { x: Math.round(x), y: Math.round(y) };
}
