import { useTranslation } from 'react-i18next';
import type { ServiceLevel } from './model';
import { useRegulationWords } from './words';

const STEPS = ['dispatch', 'accept', 'arrive', 'first_reply', 'finish', 'callback'] as const;

/** The deadlines of each kind and urgency. */
export function LevelTable({ levels }: { levels: readonly ServiceLevel[] }) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  if (levels.length === 0) return <p>{t('regulation.read.noLevels')}</p>;
  return (
    <>
      <div className="zs-reg-scroll">
        <table className="zs-reg-table">
          <thead>
            <tr>
              <th scope="col">{t('regulation.level.kind')}</th>
              {STEPS.map((step) => (
                <th key={step} scope="col">
                  {t(`regulation.level.${step}`)}
                </th>
              ))}
              <th scope="col">{t('regulation.level.calendar')}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map((level) => (
              <tr key={`${level.kind}|${level.urgency}`}>
                <th scope="row">
                  {t(`regulation.kind.${level.kind}`)} · {t(`regulation.urgency.${level.urgency}`)}
                </th>
                {STEPS.map((step) => (
                  <td key={step} data-label={t(`regulation.level.${step}`)}>
                    {words.minutes(level[`${step}_minutes`])}
                  </td>
                ))}
                <td data-label={t('regulation.level.calendar')}>
                  {t(`regulation.level.${level.calendar ?? 'all_day'}`)}
                  {level.night_may_defer ? ` · ${t('regulation.level.defer')}` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="zs-muted">{t('regulation.read.levelsWhy')}</p>
    </>
  );
}
