import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { instantOf } from '../shared/time';
import { useTime } from '../shared/useTime';
import type { DayReport } from './model';
import './report.css';
import './reportPrint.css';
import { ReportSheet } from './ReportSheet';

const A_DAY_MS = 24 * 60 * 60_000;

/** 值班日报: what a manager reads each morning. The day stands in the address. */
export default function DayReportPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const date = search.get('date');
  const report = useDayReport(date);
  return (
    <Page
      title={t('report.title')}
      extra={
        <DayChooser
          date={date ?? report.data?.date ?? ''}
          running={report.data?.complete === false}
          onDate={(next) => {
            setSearch(next === null ? {} : { date: next });
          }}
        />
      }
      actions={
        <Button
          icon={<PrinterOutlined />}
          disabled={report.data === undefined}
          onClick={() => {
            window.print();
          }}
        >
          {t('report.print')}
        </Button>
      }
    >
      <Loaded query={report}>{(data: DayReport) => <ReportSheet report={data} />}</Loaded>
    </Page>
  );
}

/** The report of a duty day, renewed with whatever happens in the community. */
function useDayReport(date: string | null) {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'report', 'day', date),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/reports/day', {
          params: { path: { community: id }, query: date === null ? {} : { date } },
        }),
      ),
    meta: { subjects: ['*'] },
  });
}

interface DayChooserProps {
  date: string;
  /** The day shown has not ended, so that there is none after it. */
  running: boolean;
  onDate: (date: string | null) => void;
}

function DayChooser({ date, running, onDate }: DayChooserProps) {
  const { t } = useTranslation();
  const time = useTime();
  const move = (days: number) => {
    const noon = instantOf(date, '12:00', time.utcOffsetMinutes);
    onDate(time.format(noon + days * A_DAY_MS, 'date'));
  };
  return (
    <span className="zs-report-days zs-no-print">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('report.previous')}
        disabled={date === ''}
        onClick={() => {
          move(-1);
        }}
      />
      <Input
        type="date"
        aria-label={t('report.date')}
        value={date}
        onChange={(event) => {
          if (event.target.value) onDate(event.target.value);
        }}
      />
      <Button
        icon={<RightOutlined />}
        aria-label={t('report.nextDay')}
        disabled={date === '' || running}
        onClick={() => {
          move(1);
        }}
      />
      {running ? null : (
        <Button
          onClick={() => {
            onDate(null);
          }}
        >
          {t('report.current')}
        </Button>
      )}
    </span>
  );
}
