import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useCommunityPath } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { UrgencyTag } from '../workorder/UrgencyTag';

/** What is open and how long it still has. */
export function OpenOrders() {
  const { t } = useTranslation();
  const community = useCommunity();
  const path = useCommunityPath();
  const orders = useQuery({
    queryKey: communityKey(community.id, 'workorder', 'list', 'desk'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/work-orders', {
          params: { path: { community: community.id }, query: { group: 'open', limit: 30 } },
        }),
      ),
    meta: { subjects: ['work_order'] },
  });
  return (
    <section className="zs-panel" aria-labelledby="zs-orders">
      <div className="zs-desk-head">
        <h2 id="zs-orders" className="zs-desk-h2">
          {t('desk.orders.title')}
        </h2>
        <Link to={path('workorder')}>{t('desk.orders.all')}</Link>
      </div>
      <Loaded query={orders}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState why={t('desk.orders.none')} />
          ) : (
            <ul className="zs-desk-orders">
              {page.items.map((order) => (
                <li key={order.id}>
                  <Link to={path(`workorder/${order.id}`)}>{order.number}</Link>{' '}
                  <UrgencyTag urgency={order.urgency} />
                  <Tag>{t(`workorder.stage.${order.stage}`)}</Tag>
                  <span>{order.assignee?.name}</span>
                  <div className="zs-desk-contact-text">
                    {[order.room_code, order.content || order.place].filter(Boolean).join(' ')}
                  </div>
                  {order.due_at == null ? null : <Countdown dueAt={order.due_at} />}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
