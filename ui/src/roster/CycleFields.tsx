import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { spread, unfitShifts, type CyclePlan } from './cycle';
import type { Roster, RosterRow, Template } from './model';
import { named } from './shiftMarks';
import { useRosterWords } from './words';

interface CycleFieldsProps {
  roster: Roster;
  template: Template | undefined;
  plan: CyclePlan;
  onTemplate: (template: Template) => void;
  onPlan: (plan: CyclePlan) => void;
}

/** Which pattern, who walks through it, and where each begins on the first of the month. */
export function CycleFields({ roster, template, plan, onTemplate, onPlan }: CycleFieldsProps) {
  const { t, i18n } = useTranslation();
  if (!template) return <p>{t('roster.fill.noTemplates')}</p>;
  return (
    <>
      <Select
        aria-label={t('roster.fill.cycle')}
        value={template.key}
        options={roster.templates.map((one) => ({
          value: one.key,
          label: `${named(one, i18n.language)} · ${t('roster.fill.pattern', { n: one.pattern.length })}`,
        }))}
        onChange={(key: string) => {
          const next = roster.templates.find((one) => one.key === key);
          if (next) onTemplate(next);
        }}
      />
      <div className="zs-roster-who">
        <strong>{t('roster.fill.who')}</strong>
        <Button
          size="small"
          title={t('roster.fill.spreadWhy')}
          disabled={plan.size === 0}
          onClick={() => {
            onPlan(spread([...plan.keys()], template.pattern.length));
          }}
        >
          {t('roster.fill.spread')}
        </Button>
      </div>
      <ul className="zs-roster-cycle">
        {roster.people.map((row) => (
          <CycleRow
            key={row.person_id}
            roster={roster}
            row={row}
            template={template}
            plan={plan}
            onPlan={onPlan}
          />
        ))}
      </ul>
      {plan.size === 0 ? <p className="zs-field-note">{t('roster.fill.nobody')}</p> : null}
    </>
  );
}

interface CycleRowProps {
  roster: Roster;
  row: RosterRow;
  template: Template;
  plan: CyclePlan;
  onPlan: (plan: CyclePlan) => void;
}

function CycleRow({ roster, row, template, plan, onPlan }: CycleRowProps) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const slot = plan.get(row.person_id);
  const unfit = unfitShifts(roster, row, template).map((shift) => words.shift(shift));
  const first = t('roster.fill.starts', { date: words.date(`${roster.month}-01`) });
  return (
    <li>
      <Checkbox
        checked={slot !== undefined}
        onChange={(event) => {
          const next = new Map(plan);
          if (event.target.checked) next.set(row.person_id, plan.size % template.pattern.length);
          else next.delete(row.person_id);
          onPlan(next);
        }}
      >
        {row.name}
      </Checkbox>
      {slot === undefined ? null : (
        <Select
          aria-label={`${row.name} ${first}`}
          value={slot}
          options={template.pattern.map((shift, at) => ({
            value: at,
            label: `${t('roster.fill.day', { n: at + 1 })} · ${
              shift == null ? t('roster.fill.off') : words.shiftByKey(roster, shift)
            }`,
          }))}
          prefix={first}
          onChange={(at: number) => {
            onPlan(new Map(plan).set(row.person_id, at));
          }}
        />
      )}
      {unfit.length > 0 ? (
        <small className="zs-field-note">
          {t('roster.fill.fits', { shifts: words.list(unfit) })}
        </small>
      ) : null}
    </li>
  );
}
