import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { serverClock } from '../shared/clock';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useIsPhone } from '../shared/useIsPhone';
import { useTime } from '../shared/useTime';
import type { RosterLine } from './model';
import { monthOf } from './month';
import { PhoneRoster } from './PhoneRoster';
import './roster.css';
import './rosterCells.css';
import './rosterParts.css';
import './rosterPhone.css';
import './rosterPrint.css';
import { RosterBoard } from './RosterBoard';
import { MonthSwitch, PostTabs } from './ScopeBar';
import { useCreateRoster, useRosterLines, useRosterView } from './useRoster';
import { useScope } from './useScope';
import { useMonthTitle } from './words';

/** 排班表: the month of a post, planned, checked and published. */
export default function RosterPage() {
  const { t } = useTranslation();
  const { scope, choose } = useScope();
  const lines = useRosterLines(scope.month);
  return (
    <Page
      title={t('roster.title')}
      extra={
        <MonthSwitch
          month={scope.month}
          onMonth={(month) => {
            choose({ month });
          }}
        />
      }
    >
      <Loaded query={lines}>
        {(data) => {
          const line = data.find((one) => one.post_id === scope.post) ?? data[0];
          if (!line) {
            return (
              <EmptyState title={t('roster.create.noPosts')} why={t('roster.create.noPostsWhy')} />
            );
          }
          return (
            <>
              <PostTabs
                lines={data}
                chosen={line.post_id}
                onPost={(post) => {
                  choose({ post });
                }}
              />
              {line.roster_id == null ? (
                <NoRoster line={line} month={scope.month} />
              ) : (
                <OneRoster key={line.roster_id} rosterId={line.roster_id} />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function OneRoster({ rosterId }: { rosterId: string }) {
  const isPhone = useIsPhone();
  const roster = useRosterView(rosterId);
  return (
    <Loaded query={roster}>
      {(data) => (isPhone ? <PhoneRoster roster={data} /> : <RosterBoard roster={data} />)}
    </Loaded>
  );
}

/** Why there is none, and the button that begins one. */
function NoRoster({ line, month }: { line: RosterLine; month: string }) {
  const { t, i18n } = useTranslation();
  const time = useTime();
  const title = useMonthTitle();
  const isPhone = useIsPhone();
  const mayEdit = useMay('edit_roster');
  const create = useCreateRoster();
  const over = month < monthOf(time.format(serverClock.now(), 'date'));
  const english = i18n.language.startsWith('en') && line.post_name_en !== '';
  const post = english ? line.post_name_en : line.post_name;
  const words = over ? 'over' : mayEdit ? 'why' : 'ask';
  return (
    <section className="zs-panel">
      <EmptyState
        title={t('roster.create.title', { post, month: title(month) })}
        why={t(`roster.create.${words}`)}
        next={
          mayEdit && !over ? (
            <>
              <Button
                type="primary"
                loading={create.pending}
                onClick={() => void create.run({ post_id: line.post_id, month })}
              >
                {t('roster.create.action')}
              </Button>
              {isPhone ? <Alert className="zs-roster-pc" title={t('roster.phone.edit')} /> : null}
            </>
          ) : null
        }
      />
      <ProblemAlert problem={create.problem} onClose={create.dismiss} />
    </section>
  );
}
