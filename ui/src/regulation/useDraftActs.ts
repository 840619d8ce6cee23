import { actHeaders, api, ok } from '../shared/api';
import { useCommunity } from '../shared/community';
import { useAct } from '../shared/useAct';
import type { Adoption } from './useRegulation';

/** What can be done with a draft: save, hand in for review, publish. */
export function useDraftActs(regulation: string) {
  const community = useCommunity();
  const params = { path: { community: community.id, regulation } };
  const save = useAct((body: { version: number; text: string }, actId) =>
    ok(
      api.PUT('/api/c/{community}/regulations/{regulation}/draft', {
        params,
        headers: actHeaders(actId),
        body,
      }),
    ),
  );
  const submit = useAct((body: { version: number }, actId) =>
    ok(
      api.POST('/api/c/{community}/regulations/{regulation}/draft/submit', {
        params,
        headers: actHeaders(actId),
        body,
      }),
    ),
  );
  const publish = useAct((body: Adoption & { version: number }, actId) =>
    ok(
      api.POST('/api/c/{community}/regulations/{regulation}/draft/publish', {
        params,
        headers: actHeaders(actId),
        body,
      }),
    ),
  );
  return { save, submit, publish };
}
