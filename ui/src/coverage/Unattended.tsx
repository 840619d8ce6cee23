import { WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../shared/clock';
import { useTime } from '../shared/useTime';
import type { PostCoverage } from './model';

/** 无人在位, counted live, and what the day has of it. */
export function Unattended({ post }: { post: PostCoverage }) {
  const { t } = useTranslation();
  const time = useTime();
  const now = useServerNow(1000);
  return (
    <>
      {post.unattended_since_at == null ? null : (
        <p className="zs-post-alarm" role="status">
          <WarningFilled aria-hidden />{' '}
          {t('coverage.unattended', {
            duration: time.duration(Math.max(0, now - post.unattended_since_at)),
          })}
        </p>
      )}
      {post.unattended_minutes_today > 0 ? (
        <p>
          {t('coverage.unattendedToday', {
            n: post.unattended_minutes_today,
            count: post.unattended_minutes_today,
          })}
        </p>
      ) : null}
    </>
  );
}
