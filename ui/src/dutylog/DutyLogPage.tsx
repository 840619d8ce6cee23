import { EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { useSearchParams } from 'react-router';
import type { components } from '../api/schema';
import { serverClock } from '../shared/clock';
import { useCommunity, useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import './dutylog.css';
import { LogList } from './LogList';
import { ScopeBar } from './ScopeBar';
import { useBoard } from '../shared/useBoard';
import { useDutyLog, type LogScope } from './useDutyLog';
import { WriteDialog } from './WriteDialog';

type Board = components['schemas']['CoverageView'];

/** 值班台账: what happened at a post, by date or by shift. */
export default function DutyLogPage() {
  const { t } = useTranslation();
  const board = useBoard();
  return (
    <Loaded query={board}>
      {(data) =>
        data.posts.length === 0 ? (
          <Page title={t('dutylog.title')}>
            <EmptyState why={t('dutylog.noPosts')} next={t('dutylog.noPostsNext')} />
          </Page>
        ) : (
          <Log board={data} />
        )
      }
    </Loaded>
  );
}

function Log({ board }: { board: Board }) {
  const { t } = useTranslation();
  const mayWrite = useMay('write_duty_log');
  const { scope, choose } = useScope(board);
  const [writing, setWriting] = useState(false);
  const log = useDutyLog(scope);
  const print = async () => {
    // Paper shows the whole day, not the pages that happened to be looked at.
    for (let more = log.hasNextPage; more;) more = (await log.fetchNextPage()).hasNextPage;
    window.setTimeout(() => {
      window.print();
    });
  };
  return (
    <Page
      title={t('dutylog.title')}
      actions={
        <>
          {mayWrite ? (
            <Button
              type="primary"
              icon={<EditOutlined />}
              onClick={() => {
                setWriting(true);
              }}
            >
              {t('dutylog.write.open')}
            </Button>
          ) : null}
          <Button icon={<PrinterOutlined />} onClick={() => void print()}>
            {t('dutylog.print')}
          </Button>
        </>
      }
    >
      <ScopeBar board={board} scope={scope} onScope={choose} />
      <PrintHead board={board} scope={scope} />
      <LogLines log={log} scope={scope} onScope={choose} />
      {writing ? (
        <WriteDialog
          post={scope.post}
          onClose={() => {
            setWriting(false);
          }}
        />
      ) : null}
    </Page>
  );
}

interface LogLinesProps {
  log: ReturnType<typeof useDutyLog>;
  scope: LogScope;
  onScope: (change: Partial<LogScope>) => void;
}

function LogLines({ log, scope, onScope }: LogLinesProps) {
  const { t } = useTranslation();
  // One shift's own lines need no way to that shift.
  const toShift =
    scope.duty === null
      ? {
          onShift: (duty: string) => {
            onScope({ duty });
          },
        }
      : {};
  return (
    <section className="zs-panel zs-log-panel">
      <Loaded query={log}>
        {(data) => {
          const lines = data.pages.flatMap((page) => page.items);
          if (lines.length === 0) {
            return <EmptyState why={t('dutylog.none')} next={t('dutylog.noneNext')} />;
          }
          return (
            <>
              <LogList lines={lines} {...toShift} />
              {log.hasNextPage ? (
                <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
                  {t('shared.list.more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** One's own post, else the first, which is the desk: most looks are for these. */
function usualPost(board: Board, me: string): string | undefined {
  const own = board.posts.find((one) => one.answers_person_id === me);
  return (own ?? board.posts[0])?.post_id;
}

/** The scope stands in the address, so that it can be sent to a colleague. */
function useScope(board: Board) {
  const time = useTime();
  const { personId: me } = useCommunity();
  const [search, setSearch] = useSearchParams();
  const scope: LogScope = {
    post: search.get('post') ?? usualPost(board, me) ?? '',
    date: search.get('date') ?? time.format(serverClock.now(), 'date'),
    duty: search.get('duty'),
  };
  const choose = (change: Partial<LogScope>) => {
    const next = { ...scope, ...change };
    const pairs = Object.entries(next).filter((pair): pair is [string, string] => Boolean(pair[1]));
    setSearch(Object.fromEntries(pairs));
  };
  return { scope, choose };
}

/** Stands above the printed log: which house, post and day, and when it was printed. */
function PrintHead({ board, scope }: { board: Board; scope: LogScope }) {
  const { t } = useTranslation();
  const time = useTime();
  const community = useCommunity();
  const post = usePostName()(
    scope.post,
    board.posts.find((one) => one.post_id === scope.post)?.name,
  );
  return (
    <div className="zs-log-print-head">
      <strong>
        {community.name} {post}
      </strong>
      <span>{scope.date}</span>
      <span>{t('dutylog.printed', { time: time.format(serverClock.now(), 'full') })}</span>
    </div>
  );
}
