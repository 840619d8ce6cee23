import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoInput } from '../shared/PhotoInput';
import { ProblemAlert } from '../shared/ProblemAlert';
import type { Intake } from './model';
import './pictures.css';
import { MOST_PICTURES, type useIntakePhotos } from './useIntakePhotos';
import { useRenewDesk } from './useRenewDesk';

interface IntakePhotosProps {
  pictures: ReturnType<typeof useIntakePhotos>;
  channel: Intake['channel'];
}

/** Screenshots of the group: pasted anywhere in the form, or picked where a message is written down. */
export function IntakePhotos({ pictures, channel }: IntakePhotosProps) {
  const { t } = useTranslation();
  const { photos, setPhotos, unreadable } = pictures;
  const written = channel === 'owners_group' || channel === 'message';
  return (
    <>
      {photos.length > 0 || written ? (
        <div className="zs-desk-pictures">
          <span>{t('desk.pictures.label')}</span>
          <PhotoInput value={photos} onChange={setPhotos} max={MOST_PICTURES} />
          <span className="zs-desk-hint">{t('desk.pictures.hint')}</span>
        </div>
      ) : null}
      {unreadable ? <Alert type="warning" showIcon title={t('desk.pictures.unreadable')} /> : null}
      <UnsentPictures pictures={pictures} />
    </>
  );
}

/** The contact is saved; its pictures are not lost because a network was. */
function UnsentPictures({ pictures }: { pictures: IntakePhotosProps['pictures'] }) {
  const { t } = useTranslation();
  const renew = useRenewDesk();
  const [pending, setPending] = useState(false);
  const { unsent, send, setUnsent } = pictures;
  if (!unsent) return null;
  const again = async () => {
    setPending(true);
    await send({ id: unsent.contactId, number: unsent.number }, unsent.photos);
    setPending(false);
    await renew();
  };
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('desk.pictures.unsent', { number: unsent.number, n: unsent.photos.length })}
        action={
          <Button size="small" loading={pending} onClick={() => void again()}>
            {t('desk.pictures.again')}
          </Button>
        }
        closable={{
          onClose: () => {
            setUnsent(null);
          },
          'aria-label': t('shared.action.close'),
        }}
      />
      <ProblemAlert problem={unsent.problem} />
    </>
  );
}
