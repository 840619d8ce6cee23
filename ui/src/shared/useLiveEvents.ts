import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { LiveStream, type LiveEvent, type LiveState } from './liveStream';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /**
       * What makes this answer old: kinds of subject as the ledger names them (`work_order`), or
       * capabilities whose verbs are recorded (`workorder` for `workorder.dispatched`). Without it, a
       * query is renewed by events of the capability or kind that its key names third.
       */
      subjects?: readonly string[];
    };
  }
}

/** Events come in bursts (one act writes several entries); one refetch serves them all. */
const GATHER_MS = 150;

/** `workorder.dispatched` → `workorder`. */
export function capabilityOf(verb: string): string {
  return verb.split('.')[0] ?? '';
}

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
      onState: (next) => {
        setState(next);
        // An ended session closes the stream; asking who is signed in brings the password dialog.
        if (next === 'offline') void queryClient.invalidateQueries({ queryKey: ['session'] });
      },
      onFreshStart: () => {
        void queryClient.invalidateQueries({ queryKey: ['c', communityId] });
      },
      onEvent: (event) => {
        gather.add(event.subject_kind);
        gather.add(capabilityOf(event.verb));
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
