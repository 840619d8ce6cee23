import {
  CarOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented, Tag } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '../shared/api';
import { serverClock } from '../shared/clock';
import { communityKey, useCommunity, useCommunityPath } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { ErasureMenu } from '../shared/ErasureMenu';
import { isErased } from '../shared/erased';
import { Loaded } from '../shared/Loaded';
import { useTime } from '../shared/useTime';
import { ContactActions } from './ContactActions';
import { ContactPhotos } from './ContactPhotos';
import { TakeCase } from './TakeCase';
import type { Contact } from './model';

type Scope = 'today' | 'open' | 'all';

/** 来电来访登记表, newest first. */
export function ContactLog() {
  const { t } = useTranslation();
  const [scope, setScope] = useState<Scope>('today');
  const [typed, setTyped] = useState('');
  const contacts = useContacts(scope, useDeferredValue(typed.trim()));
  return (
    <section className="zs-panel" aria-labelledby="zs-log">
      <div className="zs-desk-head">
        <h2 id="zs-log" className="zs-desk-h2">
          {t('desk.log.title')}
        </h2>
        <Segmented<Scope>
          value={scope}
          onChange={setScope}
          options={[
            { value: 'today', label: t('desk.log.today') },
            { value: 'open', label: t('desk.log.open') },
            { value: 'all', label: t('desk.log.all') },
          ]}
        />
        <Input.Search
          className="zs-desk-search"
          allowClear
          aria-label={t('desk.log.search')}
          placeholder={t('desk.log.search')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <TakeCase />
      </div>
      <Loaded query={contacts}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return <EmptyState why={t('desk.log.none')} next={t('desk.log.noneNext')} />;
          }
          return (
            <>
              <ul className="zs-desk-log">
                {rows.map((contact) => (
                  <ContactRow key={contact.id} contact={contact} />
                ))}
              </ul>
              {contacts.hasNextPage ? (
                <Button
                  loading={contacts.isFetchingNextPage}
                  onClick={() => void contacts.fetchNextPage()}
                >
                  {t('desk.log.more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function useContacts(scope: Scope, q: string) {
  const community = useCommunity();
  const time = useTime();
  const date = scope === 'today' ? time.format(serverClock.now(), 'date') : undefined;
  return useInfiniteQuery({
    queryKey: communityKey(community.id, 'desk', 'contacts', scope, date, q),
    queryFn: ({ pageParam }) => {
      const path = { community: community.id };
      const narrowed = {
        ...(date ? { date } : {}),
        ...(scope === 'open' ? { open: true } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return ok(
        q === ''
          ? api.GET('/api/c/{community}/contacts', { params: { path, query: narrowed } })
          : api.POST('/api/c/{community}/contacts/search', {
              params: { path },
              body: { words: q, ...narrowed },
            }),
      );
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    meta: { subjects: ['contact'] },
  });
}

function ContactRow({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const time = useTime();
  const late = contact.recorded_at - contact.happened_at > 60_000;
  return (
    <li className="zs-desk-contact">
      <div className="zs-desk-contact-line">
        <time>{time.format(contact.happened_at, 'short')}</time>
        <Tag color={contact.kind === 'complaint' ? 'red' : undefined}>
          {t(`desk.kind.${contact.kind}`)}
        </Tag>
        <span>{t(`desk.channel.${contact.channel}`)}</span>
        <strong>{contact.room}</strong>
        <span>{contact.caller_name_masked || t('desk.log.unknown')}</span>
        <span>{contact.caller_phone_masked}</span>
        {contact.plate ? (
          <Tag icon={<CarOutlined aria-hidden />}>
            {t('desk.car.mark', { plate: contact.plate })}
          </Tag>
        ) : null}
        <ContactMark contact={contact} />
        {late ? <Tag>{t('desk.log.late')}</Tag> : null}
      </div>
      {contact.content ? (
        <div className="zs-desk-contact-text">
          {isErased(contact.content) ? (
            <span className="zs-muted">{t('shared.erasure.erased')}</span>
          ) : (
            contact.content
          )}
        </div>
      ) : null}
      <ContactPhotos contact={contact} />
      {contact.outcome ? <div className="zs-desk-contact-text">→ {contact.outcome}</div> : null}
      <div className="zs-desk-contact-foot">
        <span>{contact.number}</span>
        {contact.taken_by_name ? (
          <span>{t('desk.log.takenBy', { name: contact.taken_by_name })}</span>
        ) : null}
        <ContactActions contact={contact} />
        <EraseContact contact={contact} />
      </div>
    </li>
  );
}

function EraseContact({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const queries = useQueryClient();
  if (isErased(contact.content)) return null;
  return (
    <ErasureMenu
      subject={{ kind: 'contact', id: contact.id }}
      name={contact.number}
      explain={t('desk.eraseExplain', { number: contact.number })}
      onErased={() => queries.invalidateQueries({ queryKey: communityKey(community, 'desk') })}
    />
  );
}

function ContactMark({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  if (contact.work_order_id != null) {
    return (
      <Link to={path(`workorder/${contact.work_order_id}`)}>
        <ToolOutlined aria-hidden /> {t('desk.log.becameOrder')}
      </Link>
    );
  }
  if (contact.settled_at != null) {
    return (
      <span className="zs-desk-settled">
        <CheckCircleOutlined aria-hidden /> {t('desk.log.settled')}
      </span>
    );
  }
  return (
    <span className="zs-desk-pending">
      <ClockCircleOutlined aria-hidden /> {t('desk.log.pending')}
    </span>
  );
}
