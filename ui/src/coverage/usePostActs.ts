import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { useAct } from '../shared/useAct';
import type { PostAct } from './model';

/** What may be said or chosen with an act. */
export interface PostWords {
  reason?: string;
  askedId?: string | null;
  toPostId?: string;
}

type Headers = ReturnType<typeof actHeaders>;

/** Acts at a post; each says when it is done and renews what screens show. */
export function usePostActs(postId: string) {
  const community = useCommunity();
  const path = { community: community.id, post: postId };
  return useRenewing(async ({ act, words }: { act: PostAct; words: PostWords }, headers) => {
    const simple = { params: { path }, headers, body: {} };
    switch (act) {
      case 'sign_in':
        return api.POST('/api/c/{community}/posts/{post}/sign_in', simple);
      case 'change_holder':
        return api.POST('/api/c/{community}/posts/{post}/change_holder', simple);
      case 'return':
        return api.POST('/api/c/{community}/posts/{post}/return', simple);
      case 'leave':
        return api.POST('/api/c/{community}/posts/{post}/leave', simple);
      case 'accept_line':
        return api.POST('/api/c/{community}/posts/{post}/accept_line', simple);
      case 'return_line':
        return api.POST('/api/c/{community}/posts/{post}/return_line', simple);
      case 'emergency':
        return api.POST('/api/c/{community}/posts/{post}/leave_for_emergency', {
          ...simple,
          body: { reason: words.reason ?? '' },
        });
      case 'ask_relief':
        return api.POST('/api/c/{community}/posts/{post}/reliefs', {
          ...simple,
          body: { reason: words.reason ?? '', asked_id: words.askedId ?? null },
        });
      case 'transfer_line':
        return api.POST('/api/c/{community}/posts/{post}/transfer_line', {
          ...simple,
          body: { to_post_id: words.toPostId ?? '' },
        });
    }
  });
}

export type ReliefAct =
  'accept_relief' | 'decline_relief' | 'confirm_relief' | 'end_relief' | 'withdraw_relief';

/** Answers to a relief. */
export function useReliefActs(relief: string) {
  const community = useCommunity();
  const path = { community: community.id, relief };
  return useRenewing(async (act: ReliefAct, headers) => {
    const simple = { params: { path }, headers, body: {} };
    switch (act) {
      case 'accept_relief':
        return api.POST('/api/c/{community}/reliefs/{relief}/accept', {
          ...simple,
          body: { there: true },
        });
      case 'decline_relief':
        return api.POST('/api/c/{community}/reliefs/{relief}/decline', {
          ...simple,
          body: { reason: '' },
        });
      case 'confirm_relief':
        return api.POST('/api/c/{community}/reliefs/{relief}/confirm', simple);
      case 'end_relief':
        return api.POST('/api/c/{community}/reliefs/{relief}/end', simple);
      case 'withdraw_relief':
        return api.POST('/api/c/{community}/reliefs/{relief}/withdraw', simple);
    }
  });
}

function useRenewing<Input>(send: (input: Input, headers: Headers) => Promise<unknown>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const community = useCommunity();
  const act = useAct(async (input: Input, actId) => {
    await send(input, actHeaders(actId));
    return true;
  });
  const run = async (input: Input): Promise<boolean> => {
    const done = (await act.run(input)) === true;
    if (done) void message.success(t('coverage.done'));
    await queries.invalidateQueries({ queryKey: communityKey(community.id, 'coverage') });
    return done;
  };
  return { ...act, run };
}
