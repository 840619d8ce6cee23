import { AlertOutlined, CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity, useMay } from '../shared/community';
import { useListed } from '../shared/listed';
import { useAct } from '../shared/useAct';
import { useTime } from '../shared/useTime';
import './help.css';

type HelpCall = components['schemas']['HelpCallView'];

/** Who comes should stand there at once, also when the stream of news is broken. */
const LOOK_AGAIN_MS = 15_000;

/** 呼叫支援: one press, no question before it. Far from what is pressed all day, and never hidden. */
export function HelpButton() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const queries = useQueryClient();
  const may = useMay('hold_post');
  const call = useAct((_: null, actId) =>
    ok(
      api.POST('/api/c/{community}/help-calls', {
        params: { path: { community } },
        headers: actHeaders(actId),
      }),
    ),
  );
  if (!may) return null;
  const press = async () => {
    const called = await call.run(null);
    if (!called) return;
    if (called.again) void message.info(t('desk.help.again'));
    await queries.invalidateQueries({ queryKey: helpKey(community) });
  };
  return (
    <>
      <Button
        danger
        className="zs-desk-help"
        icon={<AlertOutlined aria-hidden />}
        title={t('desk.help.hint')}
        loading={call.pending}
        onClick={() => void press()}
      >
        {t('desk.help.action')}
      </Button>
      {call.problem ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('desk.help.failed')}
          closable={{ onClose: call.dismiss }}
        />
      ) : null}
    </>
  );
}

const helpKey = (community: string) => communityKey(community, 'coverage', 'help');

/** The calls of the last half hour: whom they rang, and who said they come. */
export function HelpCalls() {
  const { id: community } = useCommunity();
  const may = useMay('hold_post');
  const calls = useQuery({
    queryKey: helpKey(community),
    queryFn: () =>
      ok(api.GET('/api/c/{community}/help-calls', { params: { path: { community } } })),
    meta: { subjects: ['help_call', 'alert'] },
    refetchInterval: ({ state }) => (state.data?.length ? LOOK_AGAIN_MS : false),
    enabled: may,
  });
  return (
    <div role="status">
      {(calls.data ?? []).map((call) => (
        <CallLine key={call.id} call={call} />
      ))}
    </div>
  );
}

function CallLine({ call }: { call: HelpCall }) {
  const { t } = useTranslation();
  const time = useTime();
  const listed = useListed();
  const at = time.format(call.called_at, 'time');
  if (call.called.length === 0) {
    return <p className="zs-desk-help-line zs-desk-alarm">{t('desk.help.nobody', { time: at })}</p>;
  }
  return (
    <p className="zs-desk-help-line">
      {t('desk.help.calledTo', { time: at, caller: call.caller_name, names: listed(call.called) })}{' '}
      {call.answers.length === 0 ? (
        <span className="zs-desk-pending">
          <ClockCircleOutlined aria-hidden /> {t('desk.help.waiting')}
        </span>
      ) : null}
      {call.answers.map((one) => (
        <strong key={one.name} className="zs-desk-settled">
          <CheckCircleOutlined aria-hidden />{' '}
          {t('desk.help.answered', {
            name: one.name,
            answer: t(`notify.answer.${one.answer}`, { defaultValue: one.answer }),
            time: time.format(one.answered_at, 'time'),
          })}{' '}
        </strong>
      ))}
    </p>
  );
}
