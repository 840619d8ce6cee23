import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../shared/i18n/i18n';

/** Names the other language in its own words, so that it is found by whoever needs it. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      icon={<GlobalOutlined />}
      lang={other}
      onClick={() => void chooseLanguage(other)}
    >
      {t(other === 'en' ? 'app.english' : 'app.chinese')}
    </Button>
  );
}
