import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../shared/clock';
import { useCommunity } from '../shared/community';
import { useTime } from '../shared/useTime';
import { answeredByOthers, type Alert } from './alerts';

interface AnsweredLinesProps {
  alerts: readonly Alert[];
  titleOf: (alert: Alert) => string;
}

/** Who answered first, so that nobody sets out twice. It rings no more and goes away by itself. */
export function AnsweredLines({ alerts, titleOf }: AnsweredLinesProps) {
  const { t } = useTranslation();
  const time = useTime();
  const community = useCommunity();
  const now = useServerNow(15_000);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const shown = answeredByOthers(alerts, community.personName, now).filter(
    (alert) => !seen.includes(alert.id),
  );
  return shown.map((alert) => (
    <div key={alert.id} className="zs-answered" role="status">
      <CheckCircleFilled aria-hidden />
      <span className="zs-answered-text">
        {t(alert.answer == null ? 'notify.done' : 'notify.answered', {
          time: time.format(alert.answered_at ?? 0, 'time'),
          name: alert.answered_by_name,
          answer: t(`notify.answer.${alert.answer ?? 'received'}`),
          title: titleOf(alert),
        })}
      </span>
      <Button
        size="small"
        onClick={() => {
          setSeen([...seen, alert.id]);
        }}
      >
        {t('notify.seen')}
      </Button>
    </div>
  ));
}
