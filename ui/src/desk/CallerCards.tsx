import { HistoryOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { useTime } from '../shared/useTime';
import { CallerOrders } from './CallerOrders';
import type { CallerCard } from './model';

interface CallerCardsProps {
  typed: string;
  chosenId: string | null;
  onChoose: (card: CallerCard) => void;
}

/** Fewer letters than this find half the community. */
const FEWEST = 2;

/** The residents that the typed line may mean, each with what came from them before. */
export function CallerCards({ typed, chosenId, onChoose }: CallerCardsProps) {
  const { t } = useTranslation();
  const community = useCommunity();
  const q = useDeferredValue(typed.trim());
  const cards = useQuery({
    queryKey: communityKey(community.id, 'desk', 'callers', q),
    queryFn: () =>
      ok(
        api.POST('/api/c/{community}/callers/search', {
          params: { path: { community: community.id } },
          body: { words: q },
        }),
      ),
    enabled: q.length >= FEWEST,
  });
  if (q.length < FEWEST) return null;
  // Intake is never blocked by a failed lookup: without an answer the caller is unknown.
  if (cards.data?.length === 0) return <p className="zs-desk-hint">{t('desk.intake.nobody')}</p>;
  return (
    <ul className="zs-desk-cards">
      {(cards.data ?? []).map((card) => (
        <Card
          key={card.resident.id}
          card={card}
          chosen={card.resident.id === chosenId}
          alone={cards.data?.length === 1}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
}

interface CardProps {
  card: CallerCard;
  chosen: boolean;
  /** The only one found: what is open is shown before anything is chosen. */
  alone: boolean;
  onChoose: (card: CallerCard) => void;
}

function Card({ card, chosen, alone, onChoose }: CardProps) {
  const { t } = useTranslation();
  const time = useTime();
  const { resident, earlier } = card;
  return (
    <li className={chosen ? 'zs-desk-card zs-desk-card-chosen' : 'zs-desk-card'}>
      <div className="zs-desk-card-who">
        <UserOutlined aria-hidden /> <strong>{resident.room_code}</strong> {resident.name_masked}{' '}
        <Tag>{t(`desk.relation.${resident.relation}`)}</Tag>
        <span>{resident.phone_masked}</span>
        <Button
          size="small"
          type={chosen ? 'default' : 'primary'}
          ghost={!chosen}
          onClick={() => {
            onChoose(card);
          }}
        >
          {chosen ? t('desk.card.unchoose') : t('desk.card.choose')}
        </Button>
      </div>
      {resident.note ? <div className="zs-desk-card-note">{resident.note}</div> : null}
      <div className="zs-desk-card-earlier">
        <HistoryOutlined aria-hidden />{' '}
        {earlier.length === 0
          ? t('desk.card.first')
          : t('desk.card.earlier', { n: earlier.length, count: earlier.length })}
        {earlier.slice(0, 2).map((contact) => (
          <span key={contact.id}>
            {time.format(contact.happened_at, 'short')} {t(`desk.kind.${contact.kind}`)}{' '}
            {contact.content}
          </span>
        ))}
      </div>
      {chosen || alone ? <CallerOrders residentId={resident.id} /> : null}
    </li>
  );
}
