import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../desk/model';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { isErased } from '../shared/erased';
import { Loaded } from '../shared/Loaded';
import { useTime } from '../shared/useTime';

/** Who called about a matter, masked, the last first. */
export function MatterCalls({ id }: { id: string }) {
  const { t } = useTranslation();
  const calls = useCalls(id);
  return (
    <section className="zs-panel zs-matter-calls" aria-labelledby="zs-matter-calls">
      <h2 id="zs-matter-calls" className="zs-matter-h2">
        {t('publicmatter.detail.calls')}
      </h2>
      <Loaded query={calls}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return <p className="zs-muted">{t('publicmatter.detail.noCalls')}</p>;
          }
          return (
            <>
              <ul className="zs-matter-rows">
                {rows.map((contact) => (
                  <CallRow key={contact.id} contact={contact} />
                ))}
              </ul>
              {calls.hasNextPage ? (
                <Button
                  loading={calls.isFetchingNextPage}
                  onClick={() => void calls.fetchNextPage()}
                >
                  {t('publicmatter.more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function useCalls(matter: string) {
  const { id: community } = useCommunity();
  return useInfiniteQuery({
    queryKey: communityKey(community, 'publicmatter', 'calls', matter),
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/c/{community}/public-matters/{matter}/calls', {
          params: {
            path: { community, matter },
            query: pageParam ? { cursor: pageParam } : {},
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    meta: { subjects: ['public_matter', 'contact'] },
  });
}

function CallRow({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <li>
      <div className="zs-matter-card-head">
        <time>{time.format(contact.happened_at, 'short')}</time>
        <span>{t(`desk.channel.${contact.channel}`)}</span>
        <b>{contact.room}</b>
        <span>{contact.caller_name_masked || t('desk.log.unknown')}</span>
        <span>{contact.caller_phone_masked}</span>
      </div>
      <p className="zs-matter-answer">
        {isErased(contact.content) ? t('shared.erasure.erased') : contact.content}
      </p>
      <div className="zs-matter-foot">
        <span>{contact.number}</span>
        {contact.taken_by_name ? (
          <span>{t('desk.log.takenBy', { name: contact.taken_by_name })}</span>
        ) : null}
      </div>
    </li>
  );
}
