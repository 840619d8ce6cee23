import { useSearchParams } from 'react-router';
import { serverClock } from '../shared/clock';
import { useTime } from '../shared/useTime';
import { isMonth, monthOf } from './month';

export interface Scope {
  month: string;
  /** Null until one is chosen: the first post then. */
  post: string | null;
}

/** Month and post stand in the address, so that a roster can be sent to a colleague. */
export function useScope(): { scope: Scope; choose: (change: Partial<Scope>) => void } {
  const time = useTime();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('month');
  const scope: Scope = {
    month: isMonth(asked) ? asked : monthOf(time.format(serverClock.now(), 'date')),
    post: search.get('post'),
  };
  const choose = (change: Partial<Scope>) => {
    const next = { ...scope, ...change };
    setSearch(next.post === null ? { month: next.month } : { month: next.month, post: next.post });
  };
  return { scope, choose };
}
