import { useTranslation } from 'react-i18next';
import type { LiveState } from './liveStream';

/** The state of the connection: a mark of its own shape for each, and the words for all. */
export function LiveBadge({ state }: { state: LiveState }) {
  const { t } = useTranslation();
  return (
    <span className={`zs-live zs-live-${state}`} role="status" title={t(`shared.live.${state}`)}>
      <span className="zs-live-mark" aria-hidden />
      <span className={state === 'offline' ? 'zs-live-text' : 'zs-sr-only'}>
        {t(`shared.live.${state}`)}
      </span>
    </span>
  );
}
