import type { components } from '../api/schema';
import { actHeaders, api, ok } from '../shared/api';

export type SetupOffer = components['schemas']['SetupOffer'];
export type SetupDone = components['schemas']['SetupDone'];
export type Setup = components['schemas']['SetupRequest'];

/** Whether nobody has an account yet, so that the link in the server's terminal comes first. */
export async function readNeedsSetup(): Promise<boolean> {
  return (await ok(api.GET('/api/setup'))).needs_setup;
}

/** What the one-time link offers. Refused when it was used or has expired. */
export function readSetup(token: string): Promise<SetupOffer> {
  return ok(api.GET('/api/setup/{token}', { params: { path: { token } } }));
}

export function completeSetup(token: string, setup: Setup, actId: string): Promise<SetupDone> {
  return ok(
    api.POST('/api/setup/{token}', {
      params: { path: { token } },
      body: setup,
      headers: actHeaders(actId),
    }),
  );
}

export type DemoFilled = components['schemas']['DemoFilled'];

/** Fills the empty installation with the demo; takes about ten seconds. */
export function fillDemo(token: string, actId: string): Promise<DemoFilled> {
  return ok(
    api.POST('/api/setup/{token}/demo', {
      params: { path: { token } },
      headers: actHeaders(actId),
    }),
  );
}
