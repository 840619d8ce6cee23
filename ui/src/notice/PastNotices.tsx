import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../shared/Loaded';
import { NoticeItem } from './NoticeItem';
import { useNotices } from './useNotices';

/** What the desk went by before; asked for only when somebody opens it. */
export function PastNotices() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const past = useNotices(true, open);
  return (
    <details
      className="zs-notice-more"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('notice.past')}</summary>
      {open ? (
        <Loaded query={past}>
          {(all) =>
            all.length === 0 ? (
              <p className="zs-muted">{t('notice.pastNone')}</p>
            ) : (
              <ul className="zs-notice-list">
                {[...all].reverse().map((one) => (
                  <NoticeItem key={one.id} notice={one} />
                ))}
              </ul>
            )
          }
        </Loaded>
      ) : null}
    </details>
  );
}
