import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';

/** 紧急 or 应急 as a mark; what is ordinary needs none. */
export function UrgencyTag({ urgency }: { urgency: components['schemas']['ServiceUrgency'] }) {
  const { t } = useTranslation();
  if (urgency === 'normal') return null;
  return <Tag color="red">{t(`workorder.urgency.${urgency}`)}</Tag>;
}
