/** zulip-js has no types of its own; these are for what the tests use. */
declare module 'zulip-js' {
  export interface ZulipJs {
    users: {
      retrieve(): Promise<{ members: { user_id: number }[] }>;
      me: { getProfile(): Promise<{ user_id: number }> };
    };
    emojis: { retrieve(): Promise<{ emoji: Record<string, { name: string }> }> };
    server: { settings(): Promise<{ realm_name: string }> };
    queues: {
      register(params: { event_types: string[] }): Promise<{ queue_id: string; last_event_id: number }>;
      deregister(params: { queue_id: string }): Promise<{ result: string }>;
    };
    events: { retrieve(params: Record<string, unknown>): Promise<{ events: Record<string, unknown>[] }> };
    callEndpoint(path: string, method: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
  }

  export default function zulipInit(config: { username: string; password: string; realm: string }): Promise<ZulipJs>;
}
