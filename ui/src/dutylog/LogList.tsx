import { useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { communityKey, useCommunity, useMay } from '../shared/community';
import { ErasureMenu } from '../shared/ErasureMenu';
import { useTime } from '../shared/useTime';
import { CorrectDialog } from './CorrectDialog';
import { familyOf, sentenceOf, type LogLine } from './sentences';
import { useSentenceWords } from './useDutyLog';

interface LogListProps {
  lines: readonly LogLine[];
  /**
   * Shows the shift an entry belongs to, offered once a shift, where its entries begin; left out
   * when one shift is shown already.
   */
  onShift?: (duty: string) => void;
}

/** The number of the first entry of each shift, in the order of the list. */
function shiftHeads(lines: readonly LogLine[]): ReadonlySet<number> {
  const heads = new Map<string, number>();
  for (const { duty_id: duty, seq } of lines) {
    if (duty != null && !heads.has(duty)) heads.set(duty, seq);
  }
  return new Set(heads.values());
}

/** The entries, newest first; each a sentence with what people said below it. */
export function LogList({ lines, onShift }: LogListProps) {
  const heads = shiftHeads(lines);
  const [correcting, setCorrecting] = useState<LogLine | null>(null);
  return (
    <>
      <ol className="zs-log">
        {lines.map((line) => (
          <LogRow
            key={line.seq}
            line={line}
            onCorrect={setCorrecting}
            {...(onShift && heads.has(line.seq) ? { onShift } : {})}
          />
        ))}
      </ol>
      {correcting ? (
        <CorrectDialog
          line={correcting}
          onClose={() => {
            setCorrecting(null);
          }}
        />
      ) : null}
    </>
  );
}

interface LogRowProps {
  line: LogLine;
  onCorrect: (line: LogLine) => void;
  onShift?: (duty: string) => void;
}

function LogRow({ line, onCorrect, onShift }: LogRowProps) {
  const { t } = useTranslation();
  const time = useTime();
  const mayWrite = useMay('write_duty_log');
  const say = useSentenceWords();
  const { duty_id: duty } = line;
  const byHand = line.verb === 'dutylog.noted' || line.verb === 'dutylog.corrected';
  return (
    <li className={line.corrected_by_seq == null ? 'zs-log-row' : 'zs-log-row zs-log-corrected'}>
      <time className="zs-log-time">{time.format(line.happened_at, 'time')}</time>
      <Tag className="zs-log-family">{t(`dutylog.family.${familyOf(line, say.knows)}`)}</Tag>
      <div className="zs-log-what">
        <span className="zs-log-sentence">{sentenceOf(line, say)}</span>
        <Texts line={line} />
        <Marks line={line} />
      </div>
      <div className="zs-log-acts zs-no-print">
        {byHand && mayWrite && line.corrected_by_seq == null ? (
          <Button
            type="link"
            onClick={() => {
              onCorrect(line);
            }}
          >
            {t('dutylog.correct')}
          </Button>
        ) : null}
        {onShift && duty != null ? (
          <Button
            type="link"
            onClick={() => {
              onShift(duty);
            }}
          >
            {t('dutylog.onlyShift')}
          </Button>
        ) : null}
        {byHand && Object.values(line.texts).some((text) => text !== null) ? (
          <EraseEntry line={line} />
        ) : null}
      </div>
      <small className="zs-log-seq">{t('dutylog.seq', { n: line.seq })}</small>
    </li>
  );
}

function EraseEntry({ line }: { line: LogLine }) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const queries = useQueryClient();
  return (
    <ErasureMenu
      subject={{ kind: 'log_entry', id: line.seq }}
      name={t('dutylog.seq', { n: line.seq })}
      explain={t('dutylog.eraseExplain', { n: line.seq })}
      onErased={() => queries.invalidateQueries({ queryKey: communityKey(community, 'dutylog') })}
    />
  );
}

/** What people said; what the privacy procedure erased is said to be erased. */
function Texts({ line }: { line: LogLine }) {
  const { t } = useTranslation();
  const texts = Object.entries(line.texts);
  if (texts.length === 0) return null;
  return (
    <div className="zs-log-texts">
      {texts.map(([name, text]) => (
        <span key={name} className={text === null ? 'zs-log-erased' : undefined}>
          {name === 'content'
            ? ''
            : t('dutylog.textLabel', { label: t(`dutylog.text.${name}`, { defaultValue: name }) })}
          {text ?? t('shared.erasure.erased')}
        </span>
      ))}
    </div>
  );
}

function Marks({ line }: { line: LogLine }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <>
      {line.late ? (
        <Tag color="orange">
          {t('dutylog.lateWords', { time: time.format(line.recorded_at, 'short') })}
        </Tag>
      ) : null}
      {line.corrected_by_seq == null ? null : (
        <Tag color="red">{t('dutylog.corrected', { n: line.corrected_by_seq })}</Tag>
      )}
      {line.corrects_seq == null ? null : (
        <Tag color="blue">{t('dutylog.corrects', { n: line.corrects_seq })}</Tag>
      )}
    </>
  );
}
