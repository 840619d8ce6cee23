import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { newActId } from '../shared/actId';
import { actHeaders, api } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import type { SignedBy } from '../shared/pin';
import { useAct } from '../shared/useAct';
import type { PostAct, ReliefAct } from './model';

/** What may be said or chosen with an act. */
export interface PostWords {
  reason?: string;
  askedId?: string | null;
  toPostId?: string;
}

export interface PostActInput {
  act: PostAct;
  words?: PostWords;
  /** Another person than the one signed in, proven by PIN at this screen. */
  by?: SignedBy;
}

export interface ReliefActInput {
  act: ReliefAct;
  reason?: string;
  /** Who said by radio or telephone that he stands in. */
  byVoiceOf?: string;
  by?: SignedBy;
}

type Headers = ReturnType<typeof actHeaders>;

function acting(by: SignedBy | undefined) {
  return by ? { person_id: by.personId, pin: by.pin } : {};
}

/** Acts at a post; each says when it is done and renews what screens show. */
export function usePostActs(postId: string) {
  const community = useCommunity();
  const path = { community: community.id, post: postId };
  return useRenewing(async ({ act, words = {}, by }: PostActInput, headers) => {
    const simple = { params: { path }, headers, body: acting(by) };
    switch (act) {
      case 'sign_in':
        return api.POST('/api/c/{community}/posts/{post}/sign_in', simple);
      case 'change_holder':
        return api.POST('/api/c/{community}/posts/{post}/change_holder', simple);
      case 'return':
        return api.POST('/api/c/{community}/posts/{post}/return', simple);
      case 'leave':
        return api.POST('/api/c/{community}/posts/{post}/leave', simple);
      case 'close':
        return api.POST('/api/c/{community}/posts/{post}/close', simple);
      case 'accept_line':
        return api.POST('/api/c/{community}/posts/{post}/accept_line', simple);
      case 'return_line':
        return api.POST('/api/c/{community}/posts/{post}/return_line', simple);
      case 'emergency':
        return api.POST('/api/c/{community}/posts/{post}/leave_for_emergency', {
          ...simple,
          body: { ...acting(by), reason: words.reason ?? '' },
        });
      case 'ask_relief':
        return api.POST('/api/c/{community}/posts/{post}/reliefs', {
          ...simple,
          body: { ...acting(by), reason: words.reason ?? '', asked_id: words.askedId ?? null },
        });
      case 'transfer_line':
        return api.POST('/api/c/{community}/posts/{post}/transfer_line', {
          ...simple,
          body: { ...acting(by), to_post_id: words.toPostId ?? '' },
        });
    }
  });
}

/** Answers to a relief. */
export function useReliefActs(relief: string) {
  const community = useCommunity();
  const path = { community: community.id, relief };
  return useRenewing(async ({ act, reason = '', byVoiceOf, by }: ReliefActInput, headers) => {
    const simple = { params: { path }, headers, body: acting(by) };
    switch (act) {
      case 'approve_relief':
        return api.POST('/api/c/{community}/reliefs/{relief}/approve', simple);
      case 'accept_relief':
      case 'accept_on_the_way':
        return api.POST('/api/c/{community}/reliefs/{relief}/accept', {
          ...simple,
          body: {
            ...acting(by),
            there: act === 'accept_relief',
            ...(byVoiceOf === undefined ? {} : { by_voice_of_id: byVoiceOf }),
          },
        });
      case 'decline_relief':
        return api.POST('/api/c/{community}/reliefs/{relief}/decline', {
          ...simple,
          body: { ...acting(by), reason },
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

export interface Resolution {
  person_id: string;
  there: boolean;
  replaced_stays: boolean;
  response_minutes: number | null;
  reason: string;
}

/** A supervisor names who takes the post. */
export function useResolvePost(postId: string) {
  const community = useCommunity();
  const path = { community: community.id, post: postId };
  return useRenewing(async (body: Resolution, headers) =>
    api.POST('/api/c/{community}/posts/{post}/resolve', { params: { path }, headers, body }),
  );
}

function useRenewing<Input>(send: (input: Input, headers: Headers) => Promise<unknown>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const community = useCommunity();
  const perform = async (input: Input, actId: string) => {
    try {
      await send(input, actHeaders(actId));
      void message.success(t('coverage.done'));
      return true;
    } finally {
      // A refusal often means that this screen is old.
      void queries.invalidateQueries({ queryKey: communityKey(community.id, 'coverage') });
    }
  };
  const act = useAct(perform);
  const run = async (input: Input): Promise<boolean> => (await act.run(input)) === true;
  /** For a dialog that shows what is thrown itself. */
  const attempt = (input: Input) => perform(input, newActId());
  return { ...act, run, attempt };
}
