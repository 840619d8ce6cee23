import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { clearAllDrafts } from '../shared/useDraft';
import { SESSION_KEY, signOut } from './session';

/** Signs out and takes everything of this person off the screen. */
export function useSignOut(): () => Promise<void> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await signOut();
    } catch {
      // Pretending would leave an open session on a shared PC, so the person stays signed in.
      void message.error(t('app.signOutFailed'));
      return;
    }
    clearAllDrafts();
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
    queryClient.setQueryData(SESSION_KEY, null);
    await navigate('/');
  };
}
