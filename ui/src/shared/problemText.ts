import type { TFunction } from 'i18next';
import type { Problem } from './problem';

/**
 * The sentence to show. The server words what it refused in the language of the page; only where it
 * said nothing (no answer, a proxy's page) does the page speak for it.
 */
export function problemText(problem: Problem, t: TFunction): string {
  if (problem.code === 'network') return t('shared.problem.network');
  if (problem.detail !== '' && problem.code !== 'page_error') return problem.detail;
  if (problem.code === 'page_error') return t('shared.problem.page_error');
  if (problem.title !== '') return problem.title;
  if (problem.status === 401) return t('shared.problem.unauthorized');
  if (problem.status === 403) return t('shared.problem.forbidden');
  if (problem.status === 404) return t('shared.problem.not_found');
  if (problem.status === 409) return t('shared.problem.conflict');
  return t('shared.problem.http', { status: problem.status });
}
