import { ToolOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useCommunityPath, useMay } from '../shared/community';
import { Countdown } from '../shared/Countdown';

/** As many as the desk can speak about in a call. */
const MOST = 5;

/** What a repeat caller has open: the answer to "when do you come at last". */
export function CallerOrders({ residentId }: { residentId: string }) {
  const { t } = useTranslation();
  const community = useCommunity();
  const path = useCommunityPath();
  const orders = useQuery({
    queryKey: communityKey(community.id, 'workorder', 'list', 'caller', residentId),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/work-orders', {
          params: {
            path: { community: community.id },
            query: { resident_id: residentId, group: 'open', limit: MOST },
          },
        }),
      ),
    enabled: useMay('read_work_orders'),
    meta: { subjects: ['work_order'] },
  });
  const open = orders.data?.items ?? [];
  if (open.length === 0) return null;
  return (
    <ul className="zs-desk-card-orders" aria-label={t('desk.card.open')}>
      {open.map((order) => (
        <li key={order.id}>
          <ToolOutlined aria-hidden />
          <Link to={path(`workorder/${order.id}`)}>{order.number}</Link>
          <Tag>{t(`workorder.stage.${order.stage}`)}</Tag>
          <span>{order.content || order.place}</span>
          <span>{order.assignee?.name}</span>
          {order.due_at == null ? null : <Countdown dueAt={order.due_at} />}
        </li>
      ))}
    </ul>
  );
}
