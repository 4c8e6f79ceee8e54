import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { parseSync } from 'vite';

/**
 * The names, as their own package.json gives them, of the packages that the product's sources import for more than
 * types; without Electron, which comes with its own licences.
 */
export async function importedPackages(root: string): Promise<string[]> {
  const names = new Set<string>();
  for (const folder of ['electron', 'renderer']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      for (const name of importsOf(path, await readFile(path, 'utf8'))) names.add(name);
    }
  }
  names.delete('electron');
  return Promise.all([...names].sort().map((name) => realName(root, name)));
}

function importsOf(path: string, text: string): string[] {
  const { module } = parseSync(path, text);
  const requests = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some((entry) => !entry.isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
  );
  return [...requests, ...dynamic]
    .filter((request) => /^[@a-z]/.test(request) && !isBuiltin(request))
    .map((request) =>
      request
        .split('/')
        .slice(0, request.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

/** Keytar is installed under another name than its own. */
async function realName(root: string, name: string): Promise<string> {
  return JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')).name;
}
