import { TEAM_SECTION } from '../languages/en/team-section.ts';
import type { TeamPresets } from '../team-presets.ts';

/** “Team presets of Acme, from intranet.example/presets.json” */
export function teamText({ name, source }: Pick<TeamPresets, 'name' | 'source'>): string {
  const from = { source: source?.shown ?? '' };
  return name === null ? TEAM_SECTION.from(from) : TEAM_SECTION.named({ name, ...from });
}
