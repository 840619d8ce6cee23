import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { useTime } from '../shared/useTime';
import type { DayReport, OpenOrder } from './model';

/** What was done with work orders, and what is left. */
export function OrdersSection({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <>
      <p>{t('report.orders.sums', { ...report.orders })}</p>
      <h4>{t('report.orders.open', { time: time.format(report.generated_at, 'short') })}</h4>
      {report.open_orders.length === 0 ? (
        <p className="zs-muted">{t('report.orders.none')}</p>
      ) : (
        <ul className="zs-report-cards">
          {report.open_orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
    </>
  );
}

function OrderRow({ order }: { order: OpenOrder }) {
  const { t } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  return (
    <li>
      <div className="zs-report-line">
        <Link to={path(`workorder/${order.id}`)}>{order.number}</Link>
        <Tag>{t(`desk.kind.${order.kind}`)}</Tag>
        {order.urgency === 'normal' ? null : (
          <Tag className="zs-report-urgent">{t(`workorder.urgency.${order.urgency}`)}</Tag>
        )}
        <strong>{order.place}</strong>
        <span className="zs-report-content">{order.content}</span>
      </div>
      <div className="zs-report-line zs-muted">
        <span>{t(`workorder.stage.${order.stage}`)}</span>
        <span>{order.assignee ?? t('report.orders.unassigned')}</span>
        {order.appointment_at == null ? null : (
          <span>
            {t('report.orders.appointment', { time: time.format(order.appointment_at, 'short') })}
          </span>
        )}
        {order.due_at == null || order.due_at === order.appointment_at ? null : (
          <span>{t('report.orders.dueAt', { time: time.format(order.due_at, 'short') })}</span>
        )}
      </div>
      {order.deferral_explanation ? (
        <div className="zs-report-deferral">
          {t('report.orders.deferred')}
          {order.deferred_at == null ? '' : ` ${time.format(order.deferred_at, 'short')}`}
          {t('report.orders.colon')}
          {order.deferral_explanation}
        </div>
      ) : null}
    </li>
  );
}
