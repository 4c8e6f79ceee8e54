import { existsSync, readFileSync } from 'node:fs';
import type * as E from 'electron';
import { complete } from './not-stood-in.ts';
import { pngFromBitmap, pngSize } from './png.ts';

type ImageMembers = Pick<
  E.NativeImage,
  | 'isEmpty'
  | 'getSize'
  | 'setTemplateImage'
  | 'isTemplateImage'
  | 'addRepresentation'
  | 'toPNG'
  | 'toDataURL'
  | 'isMacTemplateImage'
>;
/** An image that knows its bytes. `resize` keeps them: the page scales what it draws. */
export type StoodInImage = ImageMembers & { resize(options: E.ResizeOptions): StoodInImage };

interface Representation {
  scale: number;
  bytes: Buffer;
}

function bytesOfDataUrl(url: string): Buffer {
  const comma = url.indexOf(',');
  const encoding = url.slice(0, comma).endsWith(';base64') ? 'base64' : 'utf8';
  return Buffer.from(encoding === 'utf8' ? decodeURIComponent(url.slice(comma + 1)) : url.slice(comma + 1), encoding);
}

function createImage(
  representations: Representation[],
  size: { width: number; height: number },
  template: boolean,
): StoodInImage {
  let isTemplate = template;
  const sharpest = () => representations.toSorted((a, b) => b.scale - a.scale)[0]?.bytes ?? Buffer.alloc(0);
  const members: StoodInImage = {
    isEmpty: () => representations.length === 0,
    getSize: () => ({ ...size }),
    setTemplateImage: (value) => {
      isTemplate = value;
    },
    isTemplateImage: () => isTemplate,
    get isMacTemplateImage() {
      return isTemplate;
    },
    addRepresentation: ({ scaleFactor = 1, buffer, dataURL, width, height }) => {
      const given = dataURL === undefined ? buffer : bytesOfDataUrl(dataURL);
      if (given === undefined) return;
      const bytes = (pngSize(given) ?? width === undefined) ? given : pngFromBitmap(given, width ?? 0, height ?? 0);
      representations.push({ scale: scaleFactor, bytes });
      const real = pngSize(bytes);
      if (size.width === 0 && real !== null)
        Object.assign(size, { width: real.width / scaleFactor, height: real.height / scaleFactor });
    },
    toPNG: () => sharpest(),
    toDataURL: () => `data:image/png;base64,${sharpest().toString('base64')}`,
    resize: ({ width, height }) =>
      createImage(
        [...representations],
        { width: width ?? height ?? size.width, height: height ?? width ?? size.height },
        isTemplate,
      ),
  };
  return complete('NativeImage', members);
}

function fromBytes(bytes: Buffer, scale = 1): StoodInImage {
  const size = pngSize(bytes);
  if (size === null) return createImage([], { width: 0, height: 0 }, false);
  return createImage([{ scale, bytes }], { width: size.width / scale, height: size.height / scale }, false);
}

function fromPath(path: string): StoodInImage {
  if (!existsSync(path)) return createImage([], { width: 0, height: 0 }, false);
  const image = fromBytes(readFileSync(path));
  const sharper = path.replace(/(\.[a-z]+)$/i, '@2x$1');
  if (existsSync(sharper)) image.addRepresentation({ scaleFactor: 2, buffer: readFileSync(sharper) });
  image.setTemplateImage(/Template(@2x)?\.[a-z]+$/.test(path));
  return image;
}

export const nativeImage = complete('nativeImage', {
  createEmpty: () => createImage([], { width: 0, height: 0 }, false),
  createFromPath: fromPath,
  createFromBuffer: (buffer: Buffer, options: E.CreateFromBufferOptions = {}) => {
    const { width, height, scaleFactor = 1 } = options;
    const isBitmap = pngSize(buffer) === null && width !== undefined && height !== undefined;
    return fromBytes(isBitmap ? pngFromBitmap(buffer, width, height) : buffer, scaleFactor);
  },
  createFromBitmap: (buffer: Buffer, { width, height, scaleFactor = 1 }: E.CreateFromBitmapOptions) =>
    fromBytes(pngFromBitmap(buffer, width, height), scaleFactor),
  createFromDataURL: (url: string) => fromBytes(bytesOfDataUrl(url)),
});

/** Takes what Electron takes for an image. Throws Electron's error for a file that can't be read. */
export function asImage(image: unknown): StoodInImage {
  if (typeof image !== 'string') return image as StoodInImage;
  const loaded = fromPath(image);
  if (loaded.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
  return loaded;
}
