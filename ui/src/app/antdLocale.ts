import type { ConfigProviderProps } from 'antd';
import dayjs from 'dayjs';

export type AntdLocale = ConfigProviderProps['locale'];

/** The words inside the component library (calendar, table), loaded for the chosen language only. */
export async function antdLocale(language: string): Promise<AntdLocale> {
  if (language === 'en') {
    dayjs.locale('en');
    return (await import('antd/locale/en_US')).default;
  }
  const [locale] = await Promise.all([import('antd/locale/zh_CN'), import('dayjs/locale/zh-cn')]);
  dayjs.locale('zh-cn');
  return locale.default;
}
