import { WarningOutlined } from '@ant-design/icons';
import { App, Input, Modal } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { COLUMNS, homesOfLines, placesOfLines, readHomeLines, type HomeLine } from './homeLines';
import type { HomeInput } from './model';
import { useAddedWords } from './useAddedWords';
import { useRenewPeople } from './usePeople';

/** Homes pasted from a spreadsheet: shown as they are understood before anything is stored. */
export function PasteHomesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const renew = useRenewPeople();
  const addedWords = useAddedWords();
  const fieldId = useId();
  const [text, setText] = useState('');
  const lines = useMemo(() => readHomeLines(text), [text]);
  const wrong = lines.filter((line) => line.faults.length > 0);
  const homes = homesOfLines(lines);
  const add = useAct((body: HomeInput[], actId) =>
    ok(
      api.POST('/api/c/{community}/rooms', {
        params: { path: { community } },
        headers: actHeaders(actId),
        body,
      }),
    ),
  );
  const submit = async () => {
    const added = await add.run(homes);
    if (!added) return;
    void message.success(addedWords(added));
    void renew();
    onClose();
  };
  return (
    <Modal
      open
      width={880}
      title={t('people.homes.paste')}
      okText={t('people.homes.import', { n: homes.length, count: homes.length })}
      okButtonProps={{ disabled: homes.length === 0 || wrong.length > 0 }}
      cancelText={t('shared.action.cancel')}
      mask={{ closable: false }}
      confirmLoading={add.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>{t('people.homes.pasteExplain')}</p>
      <label htmlFor={fieldId}>{t('people.homes.pasteLabel')}</label>
      <Input.TextArea
        id={fieldId}
        rows={5}
        wrap="off"
        value={text}
        placeholder={t('people.homes.pasteSample')}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {lines.length > 0 ? <Preview lines={lines} wrong={wrong} homes={homes} /> : null}
      <ImportProblem problem={add.problem} lines={lines} />
    </Modal>
  );
}

/** What the server refused, by the line of the text. */
function ImportProblem({ problem, lines }: { problem: unknown; lines: readonly HomeLine[] }) {
  const { t } = useTranslation();
  if (problem === null) return null;
  const fields = Object.entries(placesOfLines(lines)).map(([pointer, { line, column }]) => [
    pointer,
    t('people.homes.place', { line, column: t(`people.field.${column}`) }),
  ]);
  return <ProblemAlert problem={problem} fields={Object.fromEntries(fields)} />;
}

interface PreviewProps {
  lines: readonly HomeLine[];
  wrong: readonly HomeLine[];
  homes: readonly HomeInput[];
}

/** More lines than this say nothing new; the wrong ones are always shown. */
const MOST_SHOWN = 50;

function Preview({ lines, wrong, homes }: PreviewProps) {
  const { t } = useTranslation();
  const residents = homes.reduce((sum, home) => sum + (home.residents?.length ?? 0), 0);
  const right = lines.filter((line) => line.faults.length === 0);
  const shown = [...wrong, ...right].slice(0, Math.max(MOST_SHOWN, wrong.length));
  return (
    <>
      <p role="status" className={wrong.length > 0 ? 'zs-field-error' : undefined}>
        {wrong.length > 0
          ? t('people.homes.previewWrong', { n: wrong.length, count: wrong.length })
          : t('people.homes.preview', { homes: homes.length, residents })}
      </p>
      <div className="zs-paste-preview">
        <table className="zs-plain-table">
          <thead>
            <tr>
              <th scope="col">{t('people.homes.line')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`people.field.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <PreviewRow key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < lines.length ? (
        <p className="zs-muted">
          {t('people.homes.previewMore', {
            n: lines.length - shown.length,
            count: lines.length - shown.length,
          })}
        </p>
      ) : null}
    </>
  );
}

function PreviewRow({ line }: { line: HomeLine }) {
  const { t } = useTranslation();
  const { cells, faults, relation } = line;
  return (
    <tr>
      <th scope="row">{line.line}</th>
      {COLUMNS.map((column) => {
        const fault = faults.find((one) => one === column);
        if (fault === undefined) {
          const asRelation = column === 'relation' && cells.name !== '';
          return (
            <td key={column}>{asRelation ? t(`people.relation.${relation}`) : cells[column]}</td>
          );
        }
        return (
          <td key={column} className="zs-paste-wrong">
            <WarningOutlined aria-hidden /> {cells[column]}
            <div>{t(`people.homes.fault.${fault}`)}</div>
          </td>
        );
      })}
    </tr>
  );
}
