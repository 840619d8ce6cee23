import { Button, Image } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActId } from '../shared/actId';
import { sendRaw } from '../shared/api';
import { useCommunity, useMay } from '../shared/community';
import { PhotoInput, type PickedPhoto } from '../shared/PhotoInput';
import { ProblemAlert } from '../shared/ProblemAlert';
import type { Order } from './model';
import { useRenewOrders } from './useOrder';

/** Photos of the work; they may follow later, at night nobody has to take one. */
export function OrderPhotos({ order }: { order: Order }) {
  const { t } = useTranslation();
  const community = useCommunity();
  const mayAdd = useMay('register_work_order') && order.stage !== 'archived';
  const base = `/api/c/${community.id}/work-orders/${order.id}/photos`;
  return (
    <div>
      <h2 className="zs-order-h2">{t('workorder.detail.photos')}</h2>
      <div className="zs-order-photos">
        {order.photos.map((photo, index) => (
          <Image
            key={photo.id}
            width={112}
            height={112}
            alt={t('workorder.detail.photo', { n: index + 1 })}
            src={`${base}/${photo.id}`}
          />
        ))}
      </div>
      {mayAdd ? <AddPhotos base={base} /> : null}
    </div>
  );
}

function AddPhotos({ base }: { base: string }) {
  const { t } = useTranslation();
  const renew = useRenewOrders();
  const [picked, setPicked] = useState<PickedPhoto[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const send = async () => {
    setPending(true);
    setProblem(null);
    try {
      for (const photo of picked) {
        await sendRaw('POST', base, photo.blob, {
          'Content-Type': photo.blob.type,
          'Idempotency-Key': newActId(),
        });
        setPicked((left) => left.filter((one) => one.id !== photo.id));
      }
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setPending(false);
      await renew();
    }
  };
  return (
    <>
      <PhotoInput value={picked} onChange={setPicked} max={6} />
      <ProblemAlert problem={problem} />
      {picked.length > 0 ? (
        <Button type="primary" loading={pending} onClick={() => void send()}>
          {t('workorder.detail.addPhotos')}
        </Button>
      ) : null}
    </>
  );
}
