import i18next, { type TFunction } from 'i18next';
import type { Problem } from './problem';

/**
 * The sentence to show. The server words its refusals in Chinese and with the particulars, so they are
 * shown as they are; another language takes its own sentence for the code from the words of a
 * capability (`<capability>.refusal.<code>`). Where no answer came, the page speaks for the server.
 */
export function problemText(problem: Problem, t: TFunction): string {
  if (problem.code === 'network') return t('shared.problem.network');
  if (problem.code === 'page_error') return t('shared.problem.page_error');
  const own = refusalKey(problem.code);
  if (own && (i18next.language !== 'zh-CN' || problem.detail === '')) return t(own);
  if (problem.detail !== '') return problem.detail;
  if (problem.status === 401) return t('shared.problem.unauthorized');
  if (problem.status === 403) return t('shared.problem.forbidden');
  if (problem.status === 404) return t('shared.problem.not_found');
  if (problem.status === 409) return t('shared.problem.conflict');
  return t('shared.problem.http', { status: problem.status });
}

/** Which capability's words know the code; codes are unique over the whole interface. */
function refusalKey(code: string): string | undefined {
  const words = i18next.getResourceBundle('zh-CN', 'translation') as Record<string, unknown>;
  return Object.keys(words)
    .map((capability) => `${capability}.refusal.${code}`)
    .find((key) => i18next.exists(key));
}
