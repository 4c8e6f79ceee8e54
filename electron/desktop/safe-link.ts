/** The address to hand to the system's browser, or null unless it is https without a user name or password in it. */
export function safeLink(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.href;
}
