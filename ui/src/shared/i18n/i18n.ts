import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speakToServerIn } from '../api';
import { wordsByCapability, type Words } from './words';

export type Language = 'zh-CN' | 'en';

const STORED_AT = 'zhishou.language';

/** Chinese unless this device chose otherwise: a borrowed PC in English is the rarer case. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED_AT) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** Starts the words of the page: Chinese always, English when it is the chosen language. */
export async function startLanguage(chosen: Language = storedLanguage()): Promise<void> {
  const zh = wordsByCapability(
    import.meta.glob<Words>('/src/*/zh.ts', { eager: true, import: 'default' }),
  );
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await chooseLanguage(chosen);
}

/** Switches the page, remembers it on this device, and asks the server for the same language. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { english } = await import('./english');
    i18next.addResourceBundle('en', 'translation', english);
  }
  await i18next.changeLanguage(language);
  speakToServerIn(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED_AT, language);
  } catch {
    // A browser that stores nothing still works, it only forgets the choice.
  }
}
