import { Image } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import type { Case } from './model';

/** Where the photos of a case are sent to and shown from. */
export function usePhotoBase(id: string): string {
  const community = useCommunity();
  return `/api/c/${community.id}/external-cases/${id}/photos`;
}

/** Photos that prove the replies; those of an earlier cycle say so. */
export function CasePhotos({ one }: { one: Case }) {
  const { t } = useTranslation();
  const base = usePhotoBase(one.id);
  if (one.photos.length === 0) return null;
  return (
    <div>
      <h2 className="zs-case-h2">{t('externalcase.proof.title')}</h2>
      <div className="zs-case-photos">
        {one.photos.map((photo, index) => (
          <figure key={photo.id}>
            <Image
              width={112}
              height={112}
              alt={t('externalcase.proof.photo', { n: index + 1 })}
              src={`${base}/${photo.id}`}
            />
            {photo.cycle < one.cycle ? (
              <figcaption>{t('externalcase.proof.earlier')}</figcaption>
            ) : null}
          </figure>
        ))}
      </div>
    </div>
  );
}
