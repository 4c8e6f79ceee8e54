import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LinuxPackager } from 'app-builder-lib/out/linuxPackager.js';
import { LinuxTargetHelper } from 'app-builder-lib/out/targets/LinuxTargetHelper.js';
import { build, Platform } from 'electron-builder';
import config from '../electron-builder.config.mjs';
import { makeDummyElectron } from './dummy-electron.ts';

/** A packed app, as far as it can be made without a download. */
export interface PackedApp {
  /** The folder that the packages for Linux are made of. */
  folder: string;
  /** The name that the desktop entry gets when it is installed. */
  desktopFileName: string;
  desktopEntry: string;
}

/**
 * Packs for Linux with the real configuration around a dummy Electron.
 * @param root the repository, already built
 * @param work an empty folder to use
 */
export async function packWithDummyElectron(root: string, work: string): Promise<PackedApp> {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/electron/package.json'), 'utf8'));
  const electronDist = join(work, 'electron');
  await makeDummyElectron(electronDist, version);
  let packed: PackedApp | null = null;
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      electronDist,
      directories: { ...config.directories, output: join(work, 'dist') },
      afterPack: async ({ appOutDir, packager }) => {
        packed = { folder: appOutDir, ...(await describeDesktopEntry(packager as LinuxPackager)) };
      },
    },
  });
  if (packed === null) throw new Error('electron-builder packed nothing.');
  return packed;
}

/** What the deb, rpm and AppImage targets would write; making those needs tools that are downloaded. */
async function describeDesktopEntry(packager: LinuxPackager) {
  const helper = new LinuxTargetHelper(packager);
  return {
    desktopFileName: `${helper.getDesktopFileName()}.desktop`,
    desktopEntry: await helper.computeDesktopEntry(packager.platformSpecificBuildOptions),
  };
}
