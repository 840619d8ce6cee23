import { useTranslation } from 'react-i18next';
import { clockHours, spansOf, type Document, type Shift } from './model';
import { useRegulationWords } from './words';

/** The shifts of all posts, with who staffs them. */
export function ShiftTable({ document }: { document: Document }) {
  const { t } = useTranslation();
  const columns = ['name', 'hours', 'days', 'who', 'people', 'note'] as const;
  return (
    <div className="zs-reg-scroll">
      <table className="zs-reg-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`regulation.shift.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {document.shifts.map((shift) => (
            <ShiftRow key={shift.key} document={document} shift={shift} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ShiftRow({ document, shift }: { document: Document; shift: Shift }) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  const people = shift.people ?? 1;
  const most = shift.people_at_most ?? people;
  const roles = shift.roles ?? [];
  // During these hours another post holds the line, so nobody is rostered.
  const nobody = shift.line_to != null;
  const cell = (column: 'name' | 'hours' | 'days' | 'who' | 'people' | 'note') =>
    t(`regulation.shift.${column}`);
  return (
    <tr>
      <th scope="row">{words.text(shift.name)}</th>
      <td data-label={cell('hours')}>
        <Hours hours={clockHours(document, shift.hours)} />
      </td>
      <td data-label={cell('days')}>{words.days(shift.days)}</td>
      <td data-label={cell('who')}>
        {nobody ? '—' : roles.length > 0 ? words.roles(roles) : t('regulation.shift.anybody')}
      </td>
      <td data-label={cell('people')}>
        {nobody
          ? '—'
          : most > people
            ? t('regulation.shift.peopleRange', { from: people, to: most })
            : people}
      </td>
      <td data-label={cell('note')}>
        <Notes document={document} shift={shift} />
      </td>
    </tr>
  );
}

function Hours({ hours }: { hours: string }) {
  const { t } = useTranslation();
  const [from, to] = hours.split('-');
  const overNight = spansOf(hours).length > 1;
  return <>{overNight ? `${from ?? ''}-${t('regulation.shift.next', { time: to })}` : hours}</>;
}

function Notes({ document, shift }: { document: Document; shift: Shift }) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  const shiftName = (key: string) => {
    const found = document.shifts.find((one) => one.key === key);
    return found ? words.text(found.name) : key;
  };
  const postName = (key: string) => {
    const found = document.posts.find((one) => one.key === key);
    return found ? words.text(found.name) : key;
  };
  const notes = [
    shift.within ? t('regulation.shift.within', { shift: shiftName(shift.within) }) : '',
    shift.line_to ? t('regulation.shift.line', { post: postName(shift.line_to) }) : '',
    shift.on_call ? t('regulation.shift.onCall', { n: shift.on_call.response_minutes }) : '',
    shift.optional ? t('regulation.shift.optional') : '',
    shift.record_form ? t('regulation.shift.form', { name: words.text(shift.record_form) }) : '',
    shift.stated === false ? t('regulation.read.proposed') : '',
  ].filter(Boolean);
  return <>{notes.length > 0 ? notes.join(words.english ? '; ' : '；') : '—'}</>;
}
