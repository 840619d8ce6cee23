import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import type { components } from '../api/schema';
import { instantOf } from '../shared/time';
import { useTime } from '../shared/useTime';
import type { LogScope } from './useDutyLog';

type Board = components['schemas']['CoverageView'];

interface ScopeBarProps {
  board: Board;
  scope: LogScope;
  onScope: (change: Partial<LogScope>) => void;
}

const A_DAY_MS = 24 * 60 * 60_000;

/** Which post, day and shift the log shows. */
export function ScopeBar({ board, scope, onScope }: ScopeBarProps) {
  const { t } = useTranslation();
  const postName = usePostName();
  const running = board.posts.find((one) => one.post_id === scope.post)?.current_duty?.duty_id;
  return (
    <div className="zs-log-scope zs-no-print">
      <Select
        aria-label={t('dutylog.post')}
        className="zs-log-post"
        value={scope.post}
        options={board.posts.map((one) => ({
          value: one.post_id,
          label: postName(one.post_id, one.name),
        }))}
        onChange={(post) => {
          onScope({ post, duty: null });
        }}
      />
      <DaySteps date={scope.date} onScope={onScope} />
      {running && scope.duty !== running ? (
        <Button
          onClick={() => {
            onScope({ duty: running });
          }}
        >
          {t('dutylog.currentShift')}
        </Button>
      ) : null}
      {scope.duty === null ? null : (
        <span>
          {t('dutylog.shiftShown')}{' '}
          <Button
            onClick={() => {
              onScope({ duty: null });
            }}
          >
            {t('dutylog.wholeDay')}
          </Button>
        </span>
      )}
    </div>
  );
}

interface DayStepsProps {
  date: string;
  onScope: (change: Partial<LogScope>) => void;
}

function DaySteps({ date, onScope }: DayStepsProps) {
  const { t } = useTranslation();
  const time = useTime();
  const move = (days: number) => {
    const noon = instantOf(date, '12:00', time.utcOffsetMinutes);
    onScope({ date: time.format(noon + days * A_DAY_MS, 'date'), duty: null });
  };
  return (
    <span className="zs-log-days">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('dutylog.previous')}
        onClick={() => {
          move(-1);
        }}
      />
      <Input
        type="date"
        aria-label={t('dutylog.date')}
        value={date}
        onChange={(event) => {
          if (event.target.value) onScope({ date: event.target.value, duty: null });
        }}
      />
      <Button
        icon={<RightOutlined />}
        aria-label={t('dutylog.nextDay')}
        onClick={() => {
          move(1);
        }}
      />
    </span>
  );
}
