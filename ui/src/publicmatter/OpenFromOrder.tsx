import { NotificationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../api/schema';
import { useCommunityPath, useMay } from '../shared/community';
import { MatterDialog } from './MatterDialog';
import { beginningOf } from './model';
import { useOpenMatters } from './useMatters';

type Order = components['schemas']['OrderLine'];

/** On the page of an order: the matter that it mends, or the way to open one. */
export function OpenFromOrder({ order }: { order: Order }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const mayRead = useMay('read_desk');
  const mayTake = useMay('take_contact');
  const matters = useOpenMatters(mayRead);
  const [opening, setOpening] = useState(false);
  const found = matters.data?.items.find((matter) => matter.work_order?.id === order.id);
  if (found) {
    return (
      <Link to={path(`publicmatter/${found.id}`)}>
        <NotificationOutlined aria-hidden /> {t('publicmatter.ofOrder', { number: found.number })}
      </Link>
    );
  }
  if (!mayTake || !matters.data || order.stage === 'archived') return null;
  return (
    <>
      <Button
        type="link"
        icon={<NotificationOutlined aria-hidden />}
        onClick={() => {
          setOpening(true);
        }}
      >
        {t('publicmatter.fromOrder')}
      </Button>
      {opening ? (
        <MatterDialog
          beginning={{ ...beginningOf(order), work_order_id: order.id }}
          room={order.room_code ?? ''}
          onClose={() => {
            setOpening(false);
          }}
        />
      ) : null}
    </>
  );
}
