import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Switch, Tag } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useCommunityPath, useMay } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import { ruleWord, TABS, type OrderLine, type Tab } from './model';
import { UrgencyTag } from './UrgencyTag';
import './workorder.css';

interface Narrowed {
  tab: Tab;
  mine: boolean;
  overdue: boolean;
  q: string;
}

/** All work orders of the community, by how far they are. */
export default function OrderListPage() {
  const { t } = useTranslation();
  const carriesOut = useMay('carry_out_work_order');
  const dispatches = useMay('dispatch_work_order');
  // A repairer opens this page for their own work first.
  const [narrowed, setNarrowed] = useState<Narrowed>({
    tab: 'open',
    mine: carriesOut && !dispatches,
    overdue: false,
    q: '',
  });
  const q = useDeferredValue(narrowed.q.trim());
  const orders = useOrders({ ...narrowed, q });
  const set = (change: Partial<Narrowed>) => {
    setNarrowed({ ...narrowed, ...change });
  };
  return (
    <Page title={t('workorder.title')}>
      <Filters narrowed={narrowed} set={set} />
      <Loaded query={orders}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return rows.length === 0 ? (
            <NoOrders mine={narrowed.mine} onAll={() => set({ mine: false })} />
          ) : (
            <>
              <ul className="zs-order-list zs-panel">
                {rows.map((order) => (
                  <OrderItem key={order.id} order={order} />
                ))}
              </ul>
              {orders.hasNextPage ? (
                <Button
                  loading={orders.isFetchingNextPage}
                  onClick={() => void orders.fetchNextPage()}
                >
                  {t('workorder.more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Nothing of one's own is not nothing at all: by night nobody else takes what is not yet given. */
function NoOrders({ mine, onAll }: { mine: boolean; onAll: () => void }) {
  const { t } = useTranslation();
  if (!mine) return <EmptyState why={t('workorder.none')} next={t('workorder.noneNext')} />;
  const all = <Button onClick={onAll}>{t('workorder.seeAll')}</Button>;
  return <EmptyState why={t('workorder.noneMine')} next={all} />;
}

interface FiltersProps {
  narrowed: Narrowed;
  set: (change: Partial<Narrowed>) => void;
}

function Filters({ narrowed, set }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="zs-order-filters">
      <Tabs value={narrowed.tab} onChange={(tab) => set({ tab })} />
      <label>
        <Switch checked={narrowed.mine} onChange={(mine) => set({ mine })} /> {t('workorder.mine')}
      </label>
      <label>
        <Switch checked={narrowed.overdue} onChange={(overdue) => set({ overdue })} />{' '}
        {t('workorder.overdue')}
      </label>
      <Input.Search
        allowClear
        className="zs-order-search"
        aria-label={t('workorder.search')}
        placeholder={t('workorder.search')}
        value={narrowed.q}
        onChange={(event) => {
          set({ q: event.target.value });
        }}
      />
    </div>
  );
}

function useOrders({ tab, mine, overdue, q }: Narrowed) {
  const community = useCommunity();
  return useInfiniteQuery({
    queryKey: communityKey(community.id, 'workorder', 'list', tab, mine, overdue, q),
    queryFn: ({ pageParam }) => {
      const path = { community: community.id };
      const narrowed = { group: tab, mine, overdue, ...(pageParam ? { cursor: pageParam } : {}) };
      return ok(
        q === ''
          ? api.GET('/api/c/{community}/work-orders', { params: { path, query: narrowed } })
          : api.POST('/api/c/{community}/work-orders/search', {
              params: { path },
              body: { words: q, ...narrowed },
            }),
      );
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    meta: { subjects: ['work_order'] },
  });
}

function Tabs({ value, onChange }: { value: Tab; onChange: (tab: Tab) => void }) {
  const { t } = useTranslation();
  const community = useCommunity();
  const counts = useQuery({
    queryKey: communityKey(community.id, 'workorder', 'counts'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/work-orders/counts', {
          params: { path: { community: community.id } },
        }),
      ),
    meta: { subjects: ['work_order'] },
  });
  const label = (tab: Tab) => {
    const count = tab === 'archived' ? undefined : counts.data?.[tab];
    return count ? `${t(`workorder.tab.${tab}`)} ${String(count)}` : t(`workorder.tab.${tab}`);
  };
  return (
    <div className="zs-order-tabs">
      <Segmented<Tab>
        value={value}
        onChange={onChange}
        options={TABS.map((tab) => ({ value: tab, label: label(tab) }))}
      />
    </div>
  );
}

function OrderItem({ order }: { order: OrderLine }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const time = useTime();
  return (
    <li>
      <Link className="zs-order-link" to={path(`workorder/${order.id}`)}>
        <span className="zs-order-line">
          <strong>{order.number}</strong>
          <UrgencyTag urgency={order.urgency} />
          <Tag>{t(`desk.kind.${order.kind}`)}</Tag>
          <Tag color="blue">{t(`workorder.stage.${order.stage}`)}</Tag>
          {order.cycle > 0 ? <Tag>{t('workorder.cycle', { n: order.cycle })}</Tag> : null}
          <span>{order.assignee?.name}</span>
          <time>{time.format(order.registered_at, 'short')}</time>
        </span>
        <span className="zs-order-text">
          {[order.room_code, order.place, order.content].filter(Boolean).join(' · ')}
        </span>
        {order.due_at == null ? null : (
          <Countdown dueAt={order.due_at} label={t(`workorder.due.${ruleWord(order.due_rule)}`)} />
        )}
      </Link>
    </li>
  );
}
