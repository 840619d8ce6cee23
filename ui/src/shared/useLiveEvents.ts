import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { LiveStream, type LiveEvent, type LiveState } from './liveStream';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /**
       * Kinds of subject (as in the ledger: `work_order`, `handover`) whose events make this answer
       * old. Without it, a query is renewed by events of the kind that its key names third.
       */
      subjects?: readonly string[];
    };
  }
}

/** Events come in bursts (one act writes several entries); one refetch serves them all. */
const GATHER_MS = 150;

/** Whether an answer may have become old by events of these kinds in this community. */
export function isTouched(query: Query, communityId: string, kinds: ReadonlySet<string>): boolean {
  const [scope, community, capability] = query.queryKey;
  if (scope !== 'c' || community !== communityId) return false;
  const subjects = query.meta?.subjects;
  if (!subjects) return typeof capability === 'string' && kinds.has(capability);
  return subjects.includes('*') || subjects.some((kind) => kinds.has(kind));
}

/**
 * Renews what the page shows when the ledger of the community grows. It only marks answers as old:
 * focus, scroll position and what is being typed are never touched.
 */
export function useLiveEvents(
  communityId: string,
  onEvent?: (event: LiveEvent) => void,
): LiveState {
  const queryClient = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const gather = gatherKinds(queryClient, communityId);
    const stream = new LiveStream({
      communityId,
      onState: setState,
      onFreshStart: () => {
        void queryClient.invalidateQueries({ queryKey: ['c', communityId] });
      },
      onEvent: (event) => {
        gather.add(event.subject_kind);
        onEvent?.(event);
      },
    });
    const hurry = () => {
      if (document.visibilityState === 'visible') stream.hurry();
    };
    window.addEventListener('online', hurry);
    document.addEventListener('visibilitychange', hurry);
    stream.start();
    return () => {
      window.removeEventListener('online', hurry);
      document.removeEventListener('visibilitychange', hurry);
      gather.stop();
      stream.stop();
    };
  }, [communityId, queryClient, onEvent]);
  return state;
}

function gatherKinds(queryClient: QueryClient, communityId: string) {
  const kinds = new Set<string>();
  let timer: number | undefined;
  return {
    add: (kind: string) => {
      kinds.add(kind);
      timer ??= window.setTimeout(() => {
        const seen = new Set(kinds);
        kinds.clear();
        timer = undefined;
        void queryClient.invalidateQueries({
          predicate: (query) => isTouched(query, communityId, seen),
        });
      }, GATHER_MS);
    },
    stop: () => {
      window.clearTimeout(timer);
    },
  };
}
