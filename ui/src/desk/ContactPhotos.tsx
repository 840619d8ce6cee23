import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import type { Contact } from './model';
import './pictures.css';

/** The pictures of a contact, small; each opens whole in a tab of its own. */
export function ContactPhotos({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  if (contact.photo_ids.length === 0) return null;
  const base = `/api/c/${community}/contacts/${contact.id}/photos`;
  return (
    <div className="zs-desk-thumbs">
      {contact.photo_ids.map((photo, index) => (
        <a key={photo} href={`${base}/${photo}`} target="_blank" rel="noreferrer">
          <img
            src={`${base}/${photo}`}
            loading="lazy"
            alt={t('desk.pictures.one', { number: contact.number, n: index + 1 })}
          />
        </a>
      ))}
    </div>
  );
}
