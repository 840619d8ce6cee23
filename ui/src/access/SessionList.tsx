import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { actHeaders, api, ok } from '../shared/api';
import { serverClock } from '../shared/clock';
import { Loaded } from '../shared/Loaded';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useTime } from '../shared/useTime';
import { browserName } from './browserName';

type SessionLine = components['schemas']['SessionLine'];

export const MY_SESSIONS_KEY = ['my-sessions'] as const;

/** The devices on which one is signed in; a lost phone is signed out from here. */
export function SessionList() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: MY_SESSIONS_KEY,
    queryFn: () => ok(api.GET('/api/sessions')),
  });
  const revoke = useAct(async (session: string, actId) => {
    await api.DELETE('/api/sessions/{session}', {
      params: { path: { session } },
      headers: actHeaders(actId),
    });
    return true;
  });
  const end = async (session: SessionLine) => {
    if (await revoke.run(session.id)) {
      void message.success(t('access.mine.revoked', { device: session.device_name }));
    }
    await queries.invalidateQueries({ queryKey: MY_SESSIONS_KEY });
  };
  return (
    <>
      <p className="zs-muted">{t('access.mine.sessionsExplain')}</p>
      <ProblemAlert problem={revoke.problem} onClose={revoke.dismiss} />
      <Loaded query={sessions}>
        {(lines) => (
          <ul className="zs-sessions">
            {[...lines]
              .sort(
                (a, b) => Number(b.current) - Number(a.current) || b.last_seen_at - a.last_seen_at,
              )
              .map((line) => (
                <SessionRow
                  key={line.id}
                  line={line}
                  pending={revoke.pending}
                  onEnd={() => void end(line)}
                />
              ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

interface SessionRowProps {
  line: SessionLine;
  pending: boolean;
  onEnd: () => void;
}

function SessionRow({ line, pending, onEnd }: SessionRowProps) {
  const { t } = useTranslation();
  const time = useTime();
  const own = line.current ? browserName(navigator.userAgent) : '';
  const device = line.device_name || own || t('access.mine.unnamedDevice');
  return (
    <li>
      <div>
        <strong>{device}</strong>{' '}
        {line.current ? <Tag color="blue">{t('access.mine.thisDevice')}</Tag> : null}
        <div className="zs-muted">
          {t('access.mine.seen', {
            seen: time.relative(line.last_seen_at, serverClock.now()),
            since: time.format(line.created_at, 'short'),
          })}
        </div>
      </div>
      {line.current ? null : (
        <Button
          danger
          disabled={pending}
          aria-label={t('access.mine.revokeOf', { device })}
          onClick={onEnd}
        >
          {t('access.mine.revoke')}
        </Button>
      )}
    </li>
  );
}
