import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { useCreateDraft, useRenew, type Beginning } from './useRegulation';

/** Begins a draft and opens it; answers whether it was begun. */
export function useBegin() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const path = useCommunityPath();
  const navigate = useNavigate();
  const create = useCreateDraft();
  const renew = useRenew();
  const begin = async (beginning: Beginning): Promise<boolean> => {
    const draft = await create.run(beginning);
    if (!draft) return false;
    void message.success(t('regulation.beginning.created'));
    await renew();
    await navigate(path(`regulation/draft/${draft.regulation_id}`));
    return true;
  };
  return { begin, create };
}
