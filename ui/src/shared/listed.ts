import { useTranslation } from 'react-i18next';

/** Joins names as the language does: 张丽、王强 or "Zhang Li, Wang Qiang". */
export function useListed(): (names: readonly string[]) => string {
  const { i18n } = useTranslation();
  return (names) => names.join(i18n.language === 'en' ? ', ' : '、');
}
