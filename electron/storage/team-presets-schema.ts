import { z } from 'zod';

/** Where a team's presets are read from: a path, or an address. */
export interface TeamSource {
  kind: 'file' | 'address';
  at: string;
}

/** A team's presets as they were last read, kept for while the source can't be reached. */
export interface StoredTeamPresets {
  source: TeamSource | null;
  /** The file as it came. */
  text: string | null;
  etag: string | null;
  lastModified: string | null;
  /** In milliseconds since the epoch. */
  readAt: number | null;
}

const source: z.ZodType<TeamSource> = z.object({ kind: z.enum(['file', 'address']), at: z.string() });

export const teamPresetsSchema: { [K in keyof StoredTeamPresets]: z.ZodType<StoredTeamPresets[K]> } = {
  source: source.nullable(),
  text: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  readAt: z.number().nullable(),
};

export const NO_TEAM_PRESETS: StoredTeamPresets = {
  source: null,
  text: null,
  etag: null,
  lastModified: null,
  readAt: null,
};
