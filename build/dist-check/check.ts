/** One thing proven about the packed app, with what was found. */
export interface Check {
  name: string;
  found: string;
  ok: boolean;
}
