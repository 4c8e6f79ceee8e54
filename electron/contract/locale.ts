/**
 * A language as the user's region writes it, with its clock: `en` on a German system is `en-DE-u-hc-h23`. To be called in
 * the main process only: finding out loads a browser's tables of all regions, which takes the popup longer than drawing
 * its first frame.
 */
export function localeFor(language: string, system: string): string {
  const own = new Intl.Locale(system);
  const spoken = new Intl.Locale(language);
  const clock = {
    hourCycle: hasTwelveHours(system) ? 'h12' : 'h23',
    // As the numbers inside texts; Arabic has two ways.
    ...(spoken.language === 'ar' && { numberingSystem: 'latn' }),
  } as const;
  if (own.language === spoken.language && own.maximize().script === spoken.maximize().script) {
    return new Intl.Locale(system, clock).toString();
  }
  return new Intl.Locale(language, { ...clock, ...(own.region !== undefined && { region: own.region }) }).toString();
}

export function hasTwelveHours(locale: string): boolean {
  const written = /-u-(?:\w+-)*hc-h(\d\d)/i.exec(locale)?.[1];
  if (written !== undefined) return written === '12' || written === '11';
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
}
