import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Spin } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { ProblemAlert } from '../shared/ProblemAlert';
import { sessionLost } from '../shared/sessionLost';
import { readSession, SESSION_KEY, SessionContext, type Session } from './session';
import { SignInForm } from './SignInForm';
import { SignInPage } from './SignInPage';

/**
 * Everything behind it needs a session. Nobody signed in: the sign-in page stands at the address that
 * was wanted, so the place is kept. The session ended meanwhile: the password is asked over the page,
 * which stays as it is with all that was typed.
 */
export function SessionGate() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const lost = useSyncExternalStore(sessionLost.subscribe, sessionLost.isLost);
  const session = useQuery({
    queryKey: SESSION_KEY,
    queryFn: async () => {
      const next = await readSession();
      const before = queryClient.getQueryData<Session | null>(SESSION_KEY);
      if (next !== null || !before) return next;
      // The session ended under an open page: ask over it, do not tear it down.
      sessionLost.announce();
      return before;
    },
    staleTime: 60_000,
    enabled: !lost,
  });

  const entered = (next: Session) => {
    const other = session.data?.account_id !== next.account_id;
    queryClient.setQueryData(SESSION_KEY, next);
    sessionLost.mend();
    // What another person may not see must not stay on the screen; one's own is only renewed.
    const others = {
      predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] === 'c',
    };
    if (other) void queryClient.resetQueries(others);
    else void queryClient.invalidateQueries(others);
  };

  if (session.isPending) return <Spin fullscreen description={t('shared.loading')} />;
  if (session.data === undefined) {
    return (
      <div className="zs-gate">
        <ProblemAlert problem={session.error} onRetry={() => void session.refetch()} />
      </div>
    );
  }
  if (session.data === null) return <SignInPage onEntered={entered} />;
  return (
    <SessionContext value={session.data}>
      <Outlet />
      <Modal
        open={lost}
        title={t('access.signIn.again')}
        footer={null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        width={420}
        destroyOnHidden
      >
        <p>{t('access.signIn.againWhy')}</p>
        <SignInForm onEntered={entered} />
      </Modal>
    </SessionContext>
  );
}
